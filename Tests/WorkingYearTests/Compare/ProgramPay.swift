import CivilTime
import People
import Store
import WorkingTimeRules

@testable import OvertimeOrders
@testable import Schedules
@testable import WorkingTime

/// The pay of people's months as the program has it.
enum ProgramPay {
  static func of(_ people: [Int64], _ month: Int, _ database: any SQLDatabase) async throws -> [Int64: Pay] {
    let yearMonth = YearDays.yearMonth(month)
    return try await database.read { connection in
      let pays = try PayQuery.pays(of: people.map { RecordID($0) }, in: yearMonth, on: connection)
      return Dictionary(uniqueKeysWithValues: pays.map { ($0.key.number, Pay($0.value)) })
    }
  }
}

extension Pay {
  fileprivate init(_ pay: PersonPay) {
    let minutes = pay.total.nonZero.map { ($0.payClass.rawValue, $0.minutes.count) }
    self.init(
      minutes: Dictionary(uniqueKeysWithValues: minutes),
      excess: [pay.excess.onDutyDays.count, pay.excess.onOffDays.count, pay.excess.withinFullDay.count],
      unpaid: pay.unpaid.count
    )
    hours = pay.paidOvertimeHours
  }
}
