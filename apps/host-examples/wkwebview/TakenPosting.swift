import Foundation

/// A posting that was begun, kept until its end is known.
struct BegunPosting: Codable {
    let mandateId: String
    let accountingFileId: String
    let revision: Int
    let idempotencyKey: String
}

extension BegunPosting {
    init?(command: [String: Any]) {
        guard let mandateId = command["mandateId"] as? String,
            let accountingFileId = command["accountingFileId"] as? String,
            let revision = command["revision"] as? Int
        else { return nil }
        self.init(
            mandateId: mandateId, accountingFileId: accountingFileId, revision: revision,
            idempotencyKey: UUID().uuidString)
    }
}

/// Does the posting that the program took over, in the order that makes it safe to be killed anywhere: write down what
/// is begun, post with its key, get the entries, save them, confirm that they have arrived, cross out. Files stand here
/// for the program's database; the caller completes one posting after the other.
struct TakenPosting {
    let agent: Agent
    let folder: URL

    private var begunFile: URL { folder.appendingPathComponent("begun.json") }

    func begun() -> BegunPosting? {
        (try? Data(contentsOf: begunFile)).flatMap { try? JSONDecoder().decode(BegunPosting.self, from: $0) }
    }

    func complete(_ begun: BegunPosting) async throws {
        var saved: URL?
        do {
            try save(JSONEncoder().encode(begun), to: begunFile)
            let postingId = try await agent.post(begun)
            let text = try await agent.textOf(
                mandateId: begun.mandateId, postingId: postingId, idempotencyKey: begun.idempotencyKey)
            let file = folder.appendingPathComponent("\(postingId).txt")
            saved = file
            try save(text, to: file)
            try await agent.confirmArrival(mandateId: begun.mandateId, postingId: postingId)
            try FileManager.default.removeItem(at: begunFile)
        } catch let refusal as AgentRefusal where refusal.isFinal {
            // Somebody may have un-posted it meanwhile: then its entries do not belong into the books.
            if let saved { try? FileManager.default.removeItem(at: saved) }
            try? FileManager.default.removeItem(at: begunFile)
            throw refusal
        }
    }

    /// Whole or not at all, and on the disk when it returns.
    private func save(_ data: Data, to file: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try data.write(to: file, options: .atomic)
        let handle = try FileHandle(forUpdating: file)
        defer { try? handle.close() }
        try handle.synchronize()
    }
}
