/// One fault in a plan file: where it stands, what is wrong, and what to do.
///
/// English, for the command line.
public struct PlanFault: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, counted in Unicode scalars.
  public let column: Int
  /// The way to the value, such as `chapters[0].items[2].measures[1].owners[0]`; empty for the file as a whole.
  public let path: String
  /// What is wrong.
  public let message: String
  /// What to do about it.
  public let remedy: String
}

/// All the faults found in one plan file, in the order of the file; at least one.
public struct PlanFaults: Error, Hashable, Sendable {
  /// The faults, at most 500 of them.
  public let faults: [PlanFault]
  /// How many more were found and left out.
  public let leftOut: Int
}
