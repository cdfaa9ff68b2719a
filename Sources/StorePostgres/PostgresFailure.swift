internal import Store

/// What went wrong, by what is to be done about it.
enum PostgresFailure {
  /// Another transaction was in the way: the same body may succeed when run again.
  case conflict
  /// A prepared statement no longer suits the schema: forget them and run again.
  case stalePlan
  /// The connection is gone: connect and run again.
  case lost
  /// Nothing that running again would cure.
  case refused(StoreError)

  /// What the caller of a statement is told.
  var error: StoreError {
    switch self {
    case .conflict, .stalePlan: .busy
    case .lost: .connectionLost(outcomeUnknown: false)
    case .refused(let error): error
    }
  }

  /// Judges an answer by its SQLSTATE.
  init(_ result: PostgresResult) {
    guard let state = result.field("C") else {
      self = .lost
      return
    }
    switch state {
    case "40001", "40P01": self = .conflict
    case "0A000" where result.field("R") == "RevalidateCachedQuery": self = .stalePlan
    case "26000": self = .stalePlan
    case "57P01", "57P02", "57P03", "57P05", "25P03": self = .lost
    case _ where state.hasPrefix("08"): self = .lost
    default: self = .refused(Self.error(state: state, of: result))
    }
  }

  private static func error(state: String, of result: PostgresResult) -> StoreError {
    switch state {
    case "23505", "23P01": .unique(constraint: result.field("n") ?? state)
    case "23503", "23001": .foreignKey(result.field("n") ?? state)
    case "23514": .check(result.field("n") ?? state)
    case "23502": .check([result.field("t"), result.field("c")].compactMap(\.self).joined(separator: "."))
    case "53100": .diskFull
    case "55P03", "57014": .busy
    case AppendOnlyMark.postgresState: .appendOnly(result.field("t") ?? "")
    case _ where state.hasPrefix("22"): .check("a value is not of the column's type (SQLSTATE \(state))")
    default: .engine(code: state, message: message(state: state, of: result))
    }
  }

  // Only these classes are sure to speak of the statement and the server, never of values.
  private static let speakable = ["25", "28", "3D", "3F", "42", "53", "54", "55", "57", "58"]

  private static func message(state: String, of result: PostgresResult) -> String {
    guard speakable.contains(where: { state.hasPrefix($0) }) else { return "refused by the server" }
    return result.field("M") ?? ""
  }
}
