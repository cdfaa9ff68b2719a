internal import CivilTime
internal import People
internal import Store

/// Where the pages of limits live: the one place that spells their paths.
enum LimitWatchPaths {
  static let home = "/limits"
  static let designations = "/limits/designations"
  static let designationsFile = "/limits/designations/csv"
  static let specialWork = "/limits/special-work"
  static let specialWorkFile = "/limits/special-work/csv"
  static let analyses = "/limits/analyses"
  static let sharedAnalyses = "/limits/shared-analyses"
  static let interviews = "/limits/interviews"
  static let ownInterviews = "/limits/own-interviews"
  static let ownProtections = "/limits/own-protections"
  static let protections = "/limits/protections"
  static let units = "/limits/units"
  static let overview = "/limits/overview"

  static func designation(_ id: RecordID<Designation>) -> String { "\(designations)/\(id)" }

  static func specialWork(_ id: RecordID<SpecialWork>) -> String { "\(specialWork)/entries/\(id)" }

  static func specialWork(of unit: RecordID<OrganizationUnit>) -> String { "\(specialWork)/units/\(unit)" }

  static func specialWork(_ month: YearMonth) -> String { "\(specialWork)?month=\(month.iso)" }

  static func analyses(_ year: FiscalYear) -> String { "\(analyses)?year=\(year.startYear)" }

  static func analysis(_ unit: RecordID<OrganizationUnit>, _ year: FiscalYear) -> String {
    "\(analyses)/\(unit)/\(year.startYear)"
  }

  static func sharedAnalyses(_ year: FiscalYear) -> String { "\(sharedAnalyses)?year=\(year.startYear)" }

  static func interviews(_ month: YearMonth) -> String { "\(interviews)?month=\(month.iso)" }

  static func interviewsFile(_ month: YearMonth) -> String { "\(interviews)/csv?month=\(month.iso)" }

  static func interview(_ employee: RecordID<Employee>, _ month: YearMonth) -> String {
    "\(interviews)/\(employee)/\(month.iso)"
  }

  static func unit(_ unit: RecordID<OrganizationUnit>, _ month: YearMonth) -> String {
    "\(units)/\(unit)?month=\(month.iso)"
  }

  static func unitFile(_ unit: RecordID<OrganizationUnit>, _ month: YearMonth) -> String {
    "\(units)/\(unit)/csv?month=\(month.iso)"
  }

  static func endProtection(_ id: RecordID<ProtectionRequest>) -> String { "\(ownProtections)/\(id)/end" }

  static func protection(_ id: RecordID<ProtectionRequest>) -> String { "\(protections)/\(id)" }
}
