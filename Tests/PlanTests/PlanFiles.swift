import Foundation
import Plan
import Testing

/// The plans that come with the package.
enum PlanFiles {
  /// The text of a file in `plans/`.
  static func text(_ name: String) throws -> String {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.deletingLastPathComponent().appending(path: "plans/\(name)")
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// The plan in a file of `plans/`, which must have no fault.
  static func plan(_ name: String) throws -> ActionPlan {
    switch PlanFile.read(try text(name)) {
    case .success(let plan): return plan
    case .failure(let faults):
      Issue.record("\(PlanCheck.report(faults, file: name))")
      throw faults
    }
  }
}
