/// Why somebody was not let in, or an account could not be changed.
public enum AccessError: Error, Sendable, Equatable {
  /// The login or the password is wrong; which of the two is not told.
  case wrongLoginOrPassword
  /// Too many failures for this login or from this address.
  case tooManyTries
  /// The set-up code is wrong or has expired.
  case wrongSetupCode
  /// The password is shorter than 12 or longer than 200 characters.
  case unsuitablePassword
  /// There is no account with this login.
  case unknownLogin(String)
  /// The login is taken.
  case loginTaken(String)
  /// No employee has this number.
  case unknownEmployee(String)
  /// A role needs a unit or an employer, or has no use for it.
  case unsuitableReach(Role)
  /// A period ends before it begins, or lies in the past.
  case unsuitablePeriod
  /// The account is locked.
  case locked(String)
  /// The account has no such role, now or later.
  case noSuchGrant(Role)
  /// The account has no such token in force.
  case noSuchToken
  /// No unit has this code today.
  case unknownUnit(String)
}
