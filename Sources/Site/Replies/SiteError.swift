/// Why a request is not answered with what it asked for; each becomes a page in plain words, or problem details.
public enum SiteError: Error, Sendable, Hashable {
  /// There is nothing here, or nothing that this visitor may know of.
  case notFound
  /// The visitor's role does not reach this.
  case forbidden
  /// The state of things does not allow it; the sentence says what to do.
  case conflict(String)
  /// The request cannot be read; the sentence says why.
  case badRequest(String)
  /// More bytes than any request of ours.
  case tooLarge
  /// A content type other than a form's, or JSON's for programs.
  case unsupportedType
  /// Too many tries.
  case tooManyTries
  /// The form did not come from a page of this session.
  case foreignForm
  /// A bearer token is missing or not in force.
  case tokenNeeded
  /// The path knows these methods only.
  case otherMethod(allowed: Set<Route.Method>)
}
