internal import Access
internal import Site

/// Paths, who may use them, and what they do.
enum OvertimeOrdersRoutes {
  static func all(_ protections: ProtectionQuestion) -> [Route] {
    OverviewRoutes.all + RequestRoutes(protections: protections).all + DayRoutes.all
      + ApprovalRoutes(protections: protections).all + BookRoutes.all + PayRoutes.all + BudgetRoutes.all
      + TimeOffRoutes.all
  }
}
