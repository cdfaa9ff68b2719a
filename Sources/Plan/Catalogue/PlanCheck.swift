/// What `hataraki plan check` says.
public enum PlanCheck: Sendable {
  /// One line for each fault: `plans/x.yaml:12:5: unknown role 'foo' — use one of …`.
  ///
  /// - Parameters:
  ///   - faults: what was found.
  ///   - file: the file's name as the user gave it.
  public static func report(_ faults: PlanFaults, file: String) -> String {
    var lines = faults.faults.map { fault in
      "\(file):\(fault.line):\(fault.column): \(fault.message) — \(fault.remedy)"
    }
    if faults.leftOut > 0 {
      lines.append("\(file): \(faults.leftOut) more faults are not shown — correct these first")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One line for a plan without a fault: how much it holds.
  public static func summary(_ plan: ActionPlan, file: String) -> String {
    let originals = plan.originals.count
    let rows =
      "\(plan.measures.count) rows (\(originals) measures, \(plan.measures.count - originals) aliases)"
    return
      "\(file): no faults; \(plan.code) edition \(plan.edition): \(rows), \(plan.targets.count) targets\n"
  }
}
