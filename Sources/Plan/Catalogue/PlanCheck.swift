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

  /// What may be a mistake in a revision: a measure that keeps its id but neither its title nor its owners.
  ///
  /// An id never changes its meaning. One line each, in English for the command line; none is a fault.
  public static func notices(_ plan: ActionPlan, replacing old: ActionPlan, file: String) -> [String] {
    old.originals.compactMap { measure in
      guard let before = measure.ownContent, let now = plan.measure(measure.id)?.ownContent else {
        return nil
      }
      guard before.title != now.title, before.owners != now.owners else { return nil }
      return """
        \(file): measure \(measure.id) has another title and other owners than in edition \(old.edition) — \
        an id never changes its meaning; give a new measure a new id

        """
    }
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
