internal import CivilTime
internal import Site

extension FormFields {
  /// The fiscal year that a page is asked for, within thirty years of the usual one; else the usual one.
  func fiscalYear(_ field: String, else usual: FiscalYear) -> FiscalYear {
    let years = usual.startYear - 30...usual.startYear + 30
    guard let asked = first(field).flatMap({ Int($0) }), years.contains(asked) else { return usual }
    return FiscalYear(startYear: asked)
  }
}
