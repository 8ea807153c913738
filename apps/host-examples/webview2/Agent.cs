using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace HostExample;

/// <summary>The agent answered, and the answer is no.</summary>
/// <param name="code">As in the table of the guide, such as <c>revision-outdated</c>.</param>
/// <param name="isFinal">
/// Whether what was begun is over. A wrong token can be mended; and a posting whose lines were handed over before
/// stands, so it is not forgotten until the user decides.
/// </param>
public sealed class AgentRefusal(string title, string code, bool isFinal) : Exception(title)
{
    public string Code => code;
    public bool IsFinal => isFinal;
}

/// <summary>
/// The few requests that a host program makes. Where there was no answer: HttpRequestException, or TaskCanceledException.
/// The token is not sent: each request has a session of its own, in which the agent proves first that it knows the token.
/// </summary>
public sealed class Agent
{
    readonly HttpClient http;
    readonly string token;

    public Agent(Uri url, string token)
    {
        Origin = url.GetLeftPart(UriPartial.Authority);
        http = new HttpClient { BaseAddress = new Uri($"{Origin}/api/v1/") };
        this.token = token;
    }

    public string Origin { get; }

    /// <summary>Which document is open, and by which id the program knows it.</summary>
    public async Task DocumentOpenedAsync(OpenDocument document) =>
        await SendAsync(HttpMethod.Post, "documents/opened",
            new { product = "compta", path = document.Path, documentId = document.Id });

    /// <summary>For the address of the banner's page: works once, within a minute.</summary>
    public async Task<string> CreateCodeAsync() =>
        (string)(await JsonAsync(await SendAsync(HttpMethod.Post, "session/codes")))["code"]!;

    /// <summary>Posts exactly what the user saw. The same key again is the same posting again.</summary>
    public async Task<string> PostAsync(BegunPosting begun)
    {
        var path = $"mandates/{begun.MandateId}/postings?accountingFile={begun.AccountingFileId}";
        var body = new { entries = "all", revision = begun.Revision };
        return (string)(await JsonAsync(await SendAsync(HttpMethod.Post, path, body, begun.IdempotencyKey)))["id"]!;
    }

    /// <summary>The entries as the text that an accounting imports. The same key again is the same export again.</summary>
    public async Task<string> TextOfAsync(string mandateId, string postingId, string idempotencyKey)
    {
        var path = $"mandates/{mandateId}/postings/{postingId}/export";
        var answer = await SendAsync(HttpMethod.Post, path, idempotencyKey: idempotencyKey);
        return Encoding.GetEncoding(1252).GetString(await answer.Content.ReadAsByteArrayAsync());
    }

    public async Task ConfirmArrivalAsync(string mandateId, string postingId) =>
        await SendAsync(HttpMethod.Post, $"mandates/{mandateId}/postings/{postingId}/arrival");

    async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, object? body = null, string? idempotencyKey = null)
    {
        var (session, key) = await OpenSessionAsync();
        using var request = new HttpRequestMessage(method, path);
        var proof = Mac(key, $"request\n1\n{method.Method}\n/api/v1/{path}");
        request.Headers.TryAddWithoutValidation("Authorization", $"Synchro {session}.1.{proof}");
        if (body is not null) request.Content = JsonContent.Create(body);
        if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        var answer = await http.SendAsync(request);
        if (!answer.Headers.TryGetValues("Synchro-Proof", out var proofs) || proofs.First() != Mac(key, "answer\n1"))
            throw new HttpRequestException("Whoever answers is not the agent.");
        if (answer.IsSuccessStatusCode) return answer;
        var status = (int)answer.StatusCode;
        var isFinal = status is >= 400 and < 500 && answer.StatusCode != HttpStatusCode.Unauthorized;
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            throw new AgentRefusal($"The agent answered {status}.", $"http-{status}", isFinal);
        var problem = await JsonAsync(answer);
        var code = ((string)problem["type"]!).Replace("urn:synchro:problem:", "");
        throw new AgentRefusal((string)problem["title"]!, code, isFinal && code != "already-exported");
    }

    /// <summary>Where who answers does not prove that it knows the token, another program has the agent's port.</summary>
    async Task<(string Session, string Key)> OpenSessionAsync()
    {
        var nonce = Base64Url(RandomNumberGenerator.GetBytes(24));
        var answer = await http.PostAsJsonAsync("session", new { key = "token", nonce });
        answer.EnsureSuccessStatusCode();
        var opened = await JsonAsync(answer);
        var key = Mac(token, $"session\ntoken\n{nonce}\n{(string)opened["nonce"]!}\n{Origin}");
        if ((string)opened["proof"]! != Mac(key, "agent"))
            throw new AgentRefusal("The token is not the one of whoever answers.", "unauthorized", isFinal: false);
        return ((string)opened["session"]!, key);
    }

    /// <summary>HMAC-SHA-256 over text, as base64url.</summary>
    static string Mac(string key, string text) =>
        Base64Url(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));

    static string Base64Url(byte[] bytes) =>
        Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_').TrimEnd('=');

    static async Task<JsonNode> JsonAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
}
