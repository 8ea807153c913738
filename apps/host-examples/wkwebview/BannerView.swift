import AppKit
import WebKit

struct OpenDocument {
    /// Of the accounting file, absolute.
    let path: String
    /// By which the program knows the document wherever it lies.
    let id: String
}

/// The banner's page in a WKWebView, 40 points high at the top of the program's window.
@MainActor
final class BannerView: NSView, WKScriptMessageHandler, WKNavigationDelegate, WKUIDelegate,
    WKDownloadDelegate
{
    private let agent: Agent
    /// Begins the posting that the program takes over, and returns at once.
    private let post: (BegunPosting) -> Void
    private let view: WKWebView
    private var height: NSLayoutConstraint!
    private var document: OpenDocument?
    private var locale = "fr-CH"
    private var theme = "auto"

    init(agent: Agent, post: @escaping (BegunPosting) -> Void) {
        self.agent = agent
        self.post = post
        view = WKWebView(frame: .zero, configuration: WKWebViewConfiguration())
        super.init(frame: .zero)
        view.configuration.userContentController.add(self, name: "synchro")
        view.navigationDelegate = self
        view.uiDelegate = self
        view.autoresizingMask = [.width, .height]
        addSubview(view)
        height = heightAnchor.constraint(equalToConstant: 40)
        height.isActive = true
    }

    @available(*, unavailable)
    required init?(coder: NSCoder) { fatalError("made in code only") }

    func open(_ opened: OpenDocument, locale: String) async throws {
        (document, self.locale) = (opened, locale)
        let code = try await agent.createCode()
        let given = [("code", code), ("path", opened.path), ("documentId", opened.id), ("locale", locale)]
        let fragment = given.map { name, value in "\(name)=\(escape(value))" }.joined(separator: "&")
        view.load(URLRequest(url: URL(string: "\(agent.origin)/compta/index.html#\(fragment)")!))
    }

    func setDocument(_ opened: OpenDocument?) {
        document = opened
        sayDocument()
    }

    func setLocale(_ tag: String) {
        locale = tag
        say(["type": "synchro-locale", "locale": tag])
    }

    /// `light`, `dark`, or `auto`: the system's.
    func setTheme(_ name: String) {
        theme = name
        say(["type": "synchro-theme", "theme": name])
    }

    func userContentController(_ controller: WKUserContentController, didReceive message: WKScriptMessage) {
        guard message.frameInfo.isMainFrame, isAgent(message.frameInfo.request.url),
            let said = message.body as? [String: Any]
        else { return }
        switch said["type"] as? String {
        case "synchro-ready":
            say(["type": "synchro-host", "takes": ["post"]])
            sayDocument()
            setLocale(locale)
            setTheme(theme)
        case "synchro-command":
            let begun = said["command"] as? String == "post" ? BegunPosting(command: said) : nil
            let requestId = said["requestId"] as? String ?? ""
            say(["type": "synchro-command-answer", "requestId": requestId, "taken": begun != nil])
            if let begun { post(begun) }
        case "synchro-command-withdrawn":
            break  // Only a window that hung hears this; the agent refuses whichever posts second.
        case "synchro-resize":
            if let asked = said["height"] as? Double { height.constant = asked }
        default:
            break  // A newer banner may say more.
        }
    }

    /// Only the agent's pages; what is to be saved is a download.
    func webView(_ webView: WKWebView, decidePolicyFor action: WKNavigationAction) async -> WKNavigationActionPolicy {
        if action.shouldPerformDownload { return .download }
        return isAgent(action.request.url) ? .allow : .cancel
    }

    func webView(_ webView: WKWebView, navigationAction: WKNavigationAction, didBecome download: WKDownload) {
        download.delegate = self
    }

    /// The user says where the text of a posting is to be saved.
    func download(
        _ download: WKDownload, decideDestinationUsing response: URLResponse, suggestedFilename: String
    ) async -> URL? {
        let panel = NSSavePanel()
        panel.nameFieldStringValue = suggestedFilename
        return panel.runModal() == .OK ? panel.url : nil
    }

    /// The issuer's page of a sign-in belongs into the system's browser.
    func webView(
        _ webView: WKWebView, createWebViewWith configuration: WKWebViewConfiguration,
        for action: WKNavigationAction, windowFeatures: WKWindowFeatures
    ) -> WKWebView? {
        if let url = action.request.url, ["http", "https"].contains(url.scheme) { NSWorkspace.shared.open(url) }
        return nil
    }

    private func sayDocument() {
        if let document {
            say(["type": "synchro-document-opened", "path": document.path, "documentId": document.id])
        } else {
            say(["type": "synchro-document-closed"])
        }
    }

    private func say(_ message: [String: Any]) {
        guard let json = try? JSONSerialization.data(withJSONObject: message),
            let text = String(data: json, encoding: .utf8)
        else { return }
        view.evaluateJavaScript("synchroReceive(\(text))")
    }

    private func isAgent(_ url: URL?) -> Bool {
        url?.absoluteString.hasPrefix("\(agent.origin)/") == true
    }
}

/// As `encodeURIComponent` does, so that a `&` or `+` in a file name stays one.
private func escape(_ text: String) -> String {
    let kept = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~")
    return text.addingPercentEncoding(withAllowedCharacters: kept) ?? ""
}
