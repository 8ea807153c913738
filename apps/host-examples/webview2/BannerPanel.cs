using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Web.WebView2.WinForms;

namespace HostExample;

/// <param name="Path">Of the accounting file, absolute.</param>
/// <param name="Id">By which the program knows the document wherever it lies.</param>
public sealed record OpenDocument(string Path, string Id);

/// <summary>The banner's page in a WebView2, 40 px high at the top of the program's window.</summary>
public sealed class BannerPanel : UserControl
{
    readonly WebView2 view = new() { Dock = DockStyle.Fill };
    readonly Agent agent;
    readonly Action<BegunPosting> post;
    OpenDocument? document;
    string locale = "fr-CH";
    string theme = "auto";

    /// <param name="post">Begins the posting that the program takes over, and returns at once.</param>
    public BannerPanel(Agent agent, Action<BegunPosting> post)
    {
        this.agent = agent;
        this.post = post;
        Dock = DockStyle.Top;
        Height = LogicalToDeviceUnits(40);
        Controls.Add(view);
    }

    public async Task OpenAsync(OpenDocument opened, string locale)
    {
        (document, this.locale) = (opened, locale);
        await view.EnsureCoreWebView2Async();
        var core = view.CoreWebView2;
        // Only the agent's pages; what is to be saved is a blob.
        core.NavigationStarting += (_, e) => e.Cancel = !IsAgent(e.Uri) && !e.Uri.StartsWith("blob:");
        // The issuer's page of a sign-in belongs into the system's browser.
        core.NewWindowRequested += (_, e) =>
        {
            e.Handled = true;
            if (e.Uri.StartsWith("http")) Process.Start(new ProcessStartInfo(e.Uri) { UseShellExecute = true });
        };
        core.WebMessageReceived += (_, e) =>
        {
            if (IsAgent(e.Source)) Hear(JsonNode.Parse(e.WebMessageAsJson)!);
        };
        var code = await agent.CreateCodeAsync();
        var fragment = $"code={Escape(code)}&path={Escape(opened.Path)}&documentId={Escape(opened.Id)}";
        core.Navigate($"{agent.Origin}/compta/index.html#{fragment}&locale={Escape(locale)}");
    }

    public void SetDocument(OpenDocument? opened)
    {
        document = opened;
        SayDocument();
    }

    public void SetLocale(string tag)
    {
        locale = tag;
        Say(new { type = "synchro-locale", locale });
    }

    /// <param name="name"><c>light</c>, <c>dark</c>, or <c>auto</c>: the system's.</param>
    public void SetTheme(string name)
    {
        theme = name;
        Say(new { type = "synchro-theme", theme });
    }

    void Hear(JsonNode message)
    {
        switch ((string?)message["type"])
        {
            case "synchro-ready":
                Say(new { type = "synchro-host", takes = new[] { "post" } });
                SayDocument();
                SetLocale(locale);
                SetTheme(theme);
                break;
            case "synchro-command":
                var taken = (string?)message["command"] == "post";
                Say(new { type = "synchro-command-answer", requestId = (string?)message["requestId"], taken });
                if (taken) post(BegunPosting.Of(message));
                break;
            case "synchro-command-withdrawn":
                break; // Only a window that hung hears this; the agent refuses whichever posts second.
            case "synchro-resize":
                Height = LogicalToDeviceUnits((int)Math.Ceiling((double)message["height"]!));
                break;
        }
    }

    void SayDocument()
    {
        if (document is null) Say(new { type = "synchro-document-closed" });
        else Say(new { type = "synchro-document-opened", path = document.Path, documentId = document.Id });
    }

    void Say(object message) => view.CoreWebView2?.PostWebMessageAsJson(JsonSerializer.Serialize(message));

    bool IsAgent(string address) => address.StartsWith($"{agent.Origin}/");

    static string Escape(string text) => Uri.EscapeDataString(text);
}
