using System.Text;

namespace HostExample;

/// <summary>
/// A small accounting program with the banner at the top of its window:
/// <c>HostExample AGENT-URL TOKEN-FILE ACCOUNTING-FILE</c>. What it saves is in a folder of its own.
/// </summary>
static class Program
{
    [STAThread]
    static void Main(string[] arguments)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        ApplicationConfiguration.Initialize();
        var agent = new Agent(new Uri(arguments[0]), File.ReadAllText(arguments[1]).Trim());
        var document = new OpenDocument(Path.GetFullPath(arguments[2]), Id: "rochat-2026");
        var folder = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Synchro host example");
        var posting = new TakenPosting(agent, folder);

        var status = new Label { Dock = DockStyle.Fill, Padding = new Padding(12) };
        async Task Post(BegunPosting begun)
        {
            try
            {
                status.Text = $"Lines saved: {await posting.CompleteAsync(begun)}. Their arrival is confirmed.";
            }
            catch (AgentRefusal refusal)
            {
                status.Text = $"Refused ({refusal.Code}): {refusal.Message}";
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
            {
                status.Text = "No answer. The posting is completed when the program starts again.";
            }
        }

        var banner = new BannerPanel(agent, begun => _ = Post(begun));
        var window = new Form { Text = "A page in WebView2", Width = 1000, Height = 640 };
        window.Controls.Add(status);
        window.Controls.Add(banner);
        window.Shown += async (_, _) =>
        {
            try
            {
                if (posting.Begun() is { } begun) await Post(begun);
                await agent.DocumentOpenedAsync(document);
                await banner.OpenAsync(document, locale: "fr-CH");
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
            {
                status.Text = "The agent does not answer. Start it, and start this program again.";
            }
        };
        Application.Run(window);
    }
}
