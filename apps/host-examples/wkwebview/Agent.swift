import CryptoKit
import Foundation

/// The agent answered, and the answer is no.
struct AgentRefusal: Error {
    /// As in the table of the guide, such as `revision-outdated`.
    let code: String
    let title: String
    /// Whether what was begun is over. A wrong token can be mended; and a posting whose lines were handed over before
    /// stands, so it is not forgotten until the user decides.
    let isFinal: Bool
}

/// The few requests that a host program makes. Where there was no answer, they throw a `URLError`. The token is not sent:
/// each request has a session of its own, in which the agent proves first that it knows the token.
struct Agent {
    /// From the agent's first line, such as `http://127.0.0.1:4711`.
    let origin: String
    let token: String

    /// Which document is open, and by which id the program knows it.
    func documentOpened(_ document: OpenDocument) async throws {
        let body = ["product": "compta", "path": document.path, "documentId": document.id]
        _ = try await send("POST", "/documents/opened", body: body)
    }

    /// For the address of the banner's page: works once, within a minute.
    func createCode() async throws -> String {
        try text("code", in: await send("POST", "/session/codes"))
    }

    /// Posts exactly what the user saw. The same key again is the same posting again.
    func post(_ begun: BegunPosting) async throws -> String {
        let path = "/mandates/\(begun.mandateId)/postings?accountingFile=\(begun.accountingFileId)"
        let body: [String: Any] = ["entries": "all", "revision": begun.revision]
        return try text("id", in: await send("POST", path, body: body, idempotencyKey: begun.idempotencyKey))
    }

    /// The entries as the text that an accounting imports, Windows-1252. The same key again is the same export again.
    func textOf(mandateId: String, postingId: String, idempotencyKey: String) async throws -> Data {
        let path = "/mandates/\(mandateId)/postings/\(postingId)/export"
        return try await send("POST", path, idempotencyKey: idempotencyKey)
    }

    func confirmArrival(mandateId: String, postingId: String) async throws {
        _ = try await send("POST", "/mandates/\(mandateId)/postings/\(postingId)/arrival")
    }

    private func send(
        _ method: String, _ path: String, body: [String: Any]? = nil, idempotencyKey: String? = nil
    ) async throws -> Data {
        let (session, key) = try await openSession()
        var request = URLRequest(url: URL(string: "\(origin)/api/v1\(path)")!)
        request.httpMethod = method
        let proof = mac(key, "request\n1\n\(method)\n/api/v1\(path)")
        request.setValue("Synchro \(session).1.\(proof)", forHTTPHeaderField: "Authorization")
        if let body {
            request.httpBody = try JSONSerialization.data(withJSONObject: body)
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        }
        if let idempotencyKey { request.setValue(idempotencyKey, forHTTPHeaderField: "Idempotency-Key") }
        let (data, response) = try await URLSession.shared.data(for: request)
        let answer = response as? HTTPURLResponse
        // Whoever answers is not the agent.
        guard answer?.value(forHTTPHeaderField: "Synchro-Proof") == mac(key, "answer\n1")
        else { throw URLError(.userAuthenticationRequired) }
        let status = answer?.statusCode ?? 0
        if (200..<300).contains(status) { return data }
        let problem = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any]
        let type = problem?["type"] as? String ?? "http-\(status)"
        let code = type.replacingOccurrences(of: "urn:synchro:problem:", with: "")
        throw AgentRefusal(
            code: code,
            title: problem?["title"] as? String ?? "The agent answered \(status).",
            isFinal: (400..<500).contains(status) && status != 401 && code != "already-exported")
    }

    /// Where who answers does not prove that it knows the token, another program has the agent's port.
    private func openSession() async throws -> (session: String, key: String) {
        let nonce = base64url(Data((0..<24).map { _ in UInt8.random(in: .min ... .max) }))
        var request = URLRequest(url: URL(string: "\(origin)/api/v1/session")!)
        request.httpMethod = "POST"
        request.httpBody = try JSONSerialization.data(withJSONObject: ["key": "token", "nonce": nonce])
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        let (data, _) = try await URLSession.shared.data(for: request)
        let key = mac(token, "session\ntoken\n\(nonce)\n\(try text("nonce", in: data))\n\(origin)")
        guard try text("proof", in: data) == mac(key, "agent") else {
            let title = "The token is not the one of whoever answers."
            throw AgentRefusal(code: "unauthorized", title: title, isFinal: false)
        }
        return (try text("session", in: data), key)
    }

    /// HMAC-SHA-256 over text, as base64url.
    private func mac(_ key: String, _ text: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: Data(key.utf8)))
        return base64url(Data(code))
    }

    private func base64url(_ data: Data) -> String {
        data.base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }

    private func text(_ name: String, in data: Data) throws -> String {
        guard let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any],
            let value = answer[name] as? String
        else { throw URLError(.cannotParseResponse) }
        return value
    }
}
