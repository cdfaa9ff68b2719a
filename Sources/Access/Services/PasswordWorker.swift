internal import NIOPosix

/// Derives passwords on two threads of their own, so that sign-ins never hold up pages.
public final class PasswordWorker: Sendable {
  private let pool: NIOThreadPool
  private let cost: PasswordCost
  /// Compared against when a login is unknown, so that the answer takes as long as for a known one.
  private let decoy: PasswordHash

  /// A worker that makes new hashes at a cost.
  ///
  /// - Throws: an error of the cryptographic library, when memory is short.
  public init(cost: PasswordCost) throws {
    // What may throw comes before the threads, which nobody could stop otherwise.
    decoy = try PasswordHash(password: BearerSecret.random().text, cost: cost)
    self.cost = cost
    pool = NIOThreadPool(numberOfThreads: 2)
    pool.start()
  }

  func hash(_ password: String) async throws -> PasswordHash {
    let cost = cost
    return try await pool.runIfActive { try PasswordHash(password: password, cost: cost) }
  }

  func matches(_ password: String, _ hash: PasswordHash?) async throws -> Bool {
    let decoy = decoy
    return try await pool.runIfActive {
      let isRight = try (hash ?? decoy).matches(password)
      return hash != nil && isRight
    }
  }

  /// Whether a stored hash is weaker than what new ones get.
  func isWeak(_ hash: PasswordHash) -> Bool { hash.cost.logarithmOfRounds < cost.logarithmOfRounds }

  /// Stops the threads.
  public func close() async {
    try? await pool.shutdownGracefully()
  }
}
