using System.Text.Json;
using System.Text.Json.Nodes;

namespace HostExample;

/// <summary>A posting that was begun, kept until its end is known.</summary>
public sealed record BegunPosting(string MandateId, string AccountingFileId, long Revision, string IdempotencyKey)
{
    public static BegunPosting Of(JsonNode command) => new(
        (string)command["mandateId"]!,
        (string)command["accountingFileId"]!,
        (long)command["revision"]!,
        Guid.NewGuid().ToString());
}

/// <summary>
/// Does the posting that the program took over, in the order that makes it safe to be killed anywhere: write down what
/// is begun, post with its key, get the entries, save them, confirm that they have arrived, cross out.
/// Files stand here for the program's database.
/// </summary>
public sealed class TakenPosting(Agent agent, string folder)
{
    readonly SemaphoreSlim oneAtATime = new(1);

    string BegunFile => Path.Combine(folder, "begun.json");

    public BegunPosting? Begun() =>
        File.Exists(BegunFile) ? JsonSerializer.Deserialize<BegunPosting>(File.ReadAllText(BegunFile)) : null;

    /// <returns>How many lines were saved.</returns>
    public async Task<int> CompleteAsync(BegunPosting begun)
    {
        await oneAtATime.WaitAsync();
        string? saved = null;
        try
        {
            Save(BegunFile, JsonSerializer.Serialize(begun));
            var postingId = await agent.PostAsync(begun);
            var text = await agent.TextOfAsync(begun.MandateId, postingId, begun.IdempotencyKey);
            saved = Path.Combine(folder, $"{postingId}.txt");
            Save(saved, text);
            await agent.ConfirmArrivalAsync(begun.MandateId, postingId);
            File.Delete(BegunFile);
            return text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length;
        }
        catch (AgentRefusal refusal) when (refusal.IsFinal)
        {
            // Somebody may have un-posted it meanwhile: then its entries do not belong into the books.
            if (saved is not null) File.Delete(saved);
            File.Delete(BegunFile);
            throw;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Whole or not at all, and on the disk when it returns.</summary>
    void Save(string path, string text)
    {
        Directory.CreateDirectory(folder);
        var temporary = $"{path}.new";
        using (var file = new FileStream(temporary, FileMode.Create))
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }
}
