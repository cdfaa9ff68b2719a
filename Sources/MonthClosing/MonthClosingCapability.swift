internal import Access
internal import CivilTime
internal import Markup
public import Site
internal import Store
public import WorkingTime

/// 月次の確定: a month is confirmed, checked and approved, and stays as it was.
public enum MonthClosingCapability: Sendable {
  /// What it brings to the house; the sources tell what else is to be looked at before a month is approved.
  public static func capability(concerns: [MonthConcernSource]) -> Capability {
    Capability(
      name: "month-closing",
      migrations: MonthClosingMigrations.all,
      routes: MonthClosingRoutes.all([ClosingConcerns.limits] + concerns)
    )
  }

  /// The line of home: whether last month waits for the visitor, and what waits in the visitor's units.
  public static let homeEntry: HomeEntry = { request in
    guard request.actor.employee != nil else { return nil }
    let desk = ClosingDesk(request, [])
    let month = request.today.yearMonth.adding(months: -1)
    let (own, units) = try await request.database.glance { connection in
      (try desk.ownMonths(on: connection), try desk.unitLines(month, on: connection))
    }
    let waiting = own.count(where: \.waits)
    let open = units.reduce(0) { $0 + $1.tally.open }
    let late = units.reduce(0) { $0 + $1.tally.late.values.reduce(0, +) }
    guard waiting > 0 || open > 0 else { return nil }
    let texts = [
      waiting > 0 ? "確認を待つ自分の月が\(waiting)か月あります" : nil,
      open > 0 ? "担当する組織の\(month.japanese)は\(open)人が確定していません" : nil,
    ]
    return Panels.Entry(
      "月次の確定",
      to: ClosingPaths.home,
      text: texts.compactMap(\.self).joined(separator: "。"),
      mark: late == 0 ? .empty : StatusTag.draw("期限超過 \(late)人", tone: .alarm)
    )
  }
}
