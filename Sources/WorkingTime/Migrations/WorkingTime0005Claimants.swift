internal import Store

extension WorkingTimeMigrations {
  /// Who claimed for days from one on is found without reading everybody's claims.
  static let claimants = Migration(
    "working-time-0005-claimants",
    ["CREATE INDEX overtime_declaration_date ON overtime_declaration (work_date, employee)"]
  )
}
