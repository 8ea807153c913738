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

/// The few requests that a host program makes. Where there was no answer, they throw a `URLError`.
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
        var request = URLRequest(url: URL(string: "\(origin)/api/v1\(path)")!)
        request.httpMethod = method
        request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
        if let body {
            request.httpBody = try JSONSerialization.data(withJSONObject: body)
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        }
        if let idempotencyKey { request.setValue(idempotencyKey, forHTTPHeaderField: "Idempotency-Key") }
        let (data, response) = try await URLSession.shared.data(for: request)
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        if (200..<300).contains(status) { return data }
        let problem = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any]
        let type = problem?["type"] as? String ?? "http-\(status)"
        let code = type.replacingOccurrences(of: "urn:synchro:problem:", with: "")
        throw AgentRefusal(
            code: code,
            title: problem?["title"] as? String ?? "The agent answered \(status).",
            isFinal: (400..<500).contains(status) && status != 401 && code != "already-exported")
    }

    private func text(_ name: String, in data: Data) throws -> String {
        guard let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any],
            let value = answer[name] as? String
        else { throw URLError(.cannotParseResponse) }
        return value
    }
}
