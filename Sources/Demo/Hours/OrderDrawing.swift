internal import CivilTime
internal import OvertimeOrders
internal import People
internal import Store
internal import WorkingTime

/// What became of some people's claims.
struct OrderDraft {
  var claims: [OvertimeClaim] = []
  var requests: [OrderBulk.Request] = []
  var confirmations: [OrderBulk.Confirmation] = []
  var differences: [OrderBulk.Difference] = []
}

/// Draws how claims came about: two thirds were declared beforehand and ordered, most others confirmed afterwards.
struct OrderDrawing: Sendable {
  let office: DemoOffice

  /// The orders and confirmations of a month's claims; what has no superior came by a file.
  func draw(_ records: MonthRecords) -> OrderDraft {
    var draft = OrderDraft()
    for recorded in records.days {
      guard let place = recorded.claim else { continue }
      let row = records.overtime[place]
      let day = recorded.day
      let superior = office.superiors.superior(of: recorded.person, on: day.date)
      let claim = OvertimeClaim(
        id: office.ids.next(),
        row: row,
        recordedAt: office.moment(day.date, day.departure),
        recordedBy: superior.map { _ in office.account(of: recorded.person) }
      )
      draft.claims.append(claim)
      if let superior { follow(claim, recorded, superior, &draft) }
    }
    return draft
  }

  private func follow(
    _ claim: OvertimeClaim,
    _ recorded: RecordedDay,
    _ superior: Int,
    _ draft: inout OrderDraft
  ) {
    var chance = Chance(seed: office.seed, .orders, recorded.person, recorded.day.date.dayNumber)
    let fate = chance.below(1000)
    let step = chance.within(1...4) * 15
    let isUp = chance.permille(450)
    let (day, row) = (recorded.day, claim.row)
    let claimed = row.amount
    switch fate {
    case ..<500:
      draft.requests.append(request(claimed, recorded, row, superior, &chance) { .asDeclared($0) })
    case ..<570:
      let asked = amount(of: day, row.length + Minutes(step))
      let reason = chance.pick(OrderWords.cuts) ?? ""
      draft.requests.append(
        request(asked, recorded, row, superior, &chance) { .changed(claimed, reason: reason, $0) }
      )
    case ..<660:
      let expected = isUp ? row.length + Minutes(step) : max(Minutes(15), row.length - Minutes(step))
      draft.requests.append(
        request(amount(of: day, expected), recorded, row, superior, &chance) { .asDeclared($0) }
      )
      if expected != row.length, chance.permille(750) {
        let words = expected < row.length ? OrderWords.longer : OrderWords.shorter
        let act = act(recorded.person, day.date, day.departure)
        draft.differences.append(.init(on: day.date, chance.pick(words) ?? "", act))
      }
      if expected < row.length { look(at: claim, superior, &draft, &chance) }
    default: look(at: claim, superior, &draft, &chance)
    }
  }

  /// The superior looks at a claim that no order covers; the newest may still wait.
  private func look(
    at claim: OvertimeClaim,
    _ superior: Int,
    _ draft: inout OrderDraft,
    _ chance: inout Chance
  ) {
    let date = claim.row.workDate
    let isWaiting = chance.permille(350) && date >= office.period.today.adding(days: -4)
    let isAsked = chance.permille(6)
    let question = chance.pick(OrderWords.questions)
    let minute = chance.within(570...700)
    guard !isWaiting else { return }
    let seenOn = DutyCalendar().nextDutyDay(after: date)
    guard seenOn < office.period.today else { return }
    draft.confirmations.append(
      .init(
        of: claim.id,
        claim.row.employee,
        on: date,
        question: isAsked ? question : nil,
        act(superior, seenOn, minute)
      )
    )
  }

  private func request(
    _ amount: OvertimeDeclaration.Amount,
    _ recorded: RecordedDay,
    _ row: OvertimeRow,
    _ superior: Int,
    _ chance: inout Chance,
    _ order: (OrderBulk.Act) -> OrderBulk.Order
  ) -> OrderBulk.Request {
    let day = recorded.day
    let isDuty = DutyCalendar().isDutyDay(day.date)
    // What is done on a day off is ordered on the day before.
    let sentOn = isDuty ? day.date : day.date.adding(days: -1)
    let sent = day.hours.end - chance.within(60...180)
    return OrderBulk.Request(
      on: day.date,
      amount,
      work: row.work,
      reason: chance.pick(OrderWords.needs) ?? "",
      isSpecial: row.isSpecial,
      sent: act(recorded.person, sentOn, sent),
      order: order(act(superior, sentOn, sent + chance.within(5...50)))
    )
  }

  /// So much overtime of a day, after duty; on a day off its length alone.
  private func amount(of day: WorkedDay, _ length: Minutes) -> OvertimeDeclaration.Amount {
    var longer = day
    longer.declared = length.count
    longer.departure = max(day.departure, WorkedDay.latest)
    return longer.stretches.map { .stretches($0, overtime: length) } ?? .length(length)
  }

  func act(_ person: Int, _ date: CivilDate, _ minute: Int) -> OrderBulk.Act {
    OrderBulk.Act(
      by: office.account(of: person),
      office.identities.people[person],
      at: office.moment(date, minute)
    )
  }
}

extension OvertimeRow {
  /// What was claimed.
  var amount: OvertimeDeclaration.Amount {
    stretches.map { .stretches($0, overtime: length) } ?? .length(length)
  }
}
