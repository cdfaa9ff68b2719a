import Foundation

/// Holds a transaction's thread until a test opens it; once open it stays open, since bodies may run again.
final class Gate: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func wait() {
    semaphore.wait()
    semaphore.signal()
  }

  func open() {
    semaphore.signal()
  }
}
