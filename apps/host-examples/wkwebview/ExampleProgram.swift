import AppKit

/// A small accounting program with the banner at the top of its window:
/// `HostExample AGENT-URL TOKEN-FILE ACCOUNTING-FILE`. What it saves is in a folder of its own.
@main
@MainActor
final class ExampleProgram: NSObject, NSApplicationDelegate {
    private let status = NSTextField(labelWithString: "")
    private var window: NSWindow?
    private var isPosting = false

    static func main() {
        let program = ExampleProgram()
        NSApplication.shared.setActivationPolicy(.regular)
        NSApplication.shared.delegate = program
        NSApplication.shared.run()
    }

    func applicationDidFinishLaunching(_ notification: Notification) {
        Task {
            do { try await start() } catch {
                status.stringValue = "The agent does not answer. Start it, and start this program again."
            }
        }
    }

    private func start() async throws {
        let arguments = CommandLine.arguments
        let token = try String(contentsOfFile: arguments[2], encoding: .utf8)
        let agent = Agent(
            origin: arguments[1], token: token.trimmingCharacters(in: .whitespacesAndNewlines))
        let document = OpenDocument(path: arguments[3], id: "rochat-2026")
        let support = FileManager.default.urls(for: .applicationSupportDirectory, in: .userDomainMask)[0]
        let posting = TakenPosting(
            agent: agent, folder: support.appendingPathComponent("Synchro host example"))
        let banner = BannerView(agent: agent) { [self] begun in Task { await complete(begun, with: posting) } }
        show(banner)
        if let begun = posting.begun() { await complete(begun, with: posting) }
        try await agent.documentOpened(document)
        try await banner.open(document, locale: "fr-CH")
    }

    private func complete(_ begun: BegunPosting, with posting: TakenPosting) async {
        if isPosting { return }  // A second click on the same button.
        isPosting = true
        defer { isPosting = false }
        do {
            try await posting.complete(begun)
            status.stringValue = "The entries are saved, their arrival is confirmed."
        } catch let refusal as AgentRefusal {
            status.stringValue = "Refused (\(refusal.code)): \(refusal.title)"
        } catch {
            status.stringValue = "No answer. The posting is completed when the program starts again."
        }
    }

    private func show(_ banner: BannerView) {
        let stack = NSStackView(views: [banner, status])
        stack.orientation = .vertical
        stack.alignment = .leading
        let window = NSWindow(
            contentRect: NSRect(x: 0, y: 0, width: 1000, height: 640),
            styleMask: [.titled, .closable, .resizable], backing: .buffered, defer: false)
        window.title = "A page in WKWebView"
        window.contentView = stack
        banner.widthAnchor.constraint(equalTo: stack.widthAnchor).isActive = true
        window.center()
        window.makeKeyAndOrderFront(nil)
        self.window = window
    }
}
