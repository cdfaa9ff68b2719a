import CivilTime
import TestSupport
import People

/// Throws the careers of everybody: who is there on the first day, and what happens to whom until August 2027.
struct Careers {
  private(set) var ministry = Ministry()
  private var dice: Dice
  private var lastNumber = 0

  static func ministry(seed: UInt64) -> Ministry {
    var careers = Careers(dice: Dice(seed: seed))
    careers.foundStaff()
    careers.lastYear()
    careers.spring()
    careers.summer()
    careers.autumn()
    careers.yearEnd()
    careers.families()
    return careers.ministry
  }

  private init(dice: Dice) {
    self.dice = dice
  }

  // MARK: Seats

  private func seat(_ unit: String, _ band: RankBand) -> Seat {
    switch band {
    case .designated: Seat(unit: unit, title: "審議官", band: band, isManagerial: true, isExecutive: true)
    case .director: Seat(unit: unit, title: "参事官", band: band, isManagerial: true)
    case .deputyDirector: Seat(unit: unit, title: "課長補佐", band: band)
    case .chief: Seat(unit: unit, title: "係長", band: band)
    case .clerk: Seat(unit: unit, title: "係員", band: band)
    }
  }

  private func headSeat(_ unit: Unit) -> Seat {
    let isRegional = unit.top == "関東総合通信局"
    let band: RankBand =
      unit.isTop ? (isRegional ? .director : .designated) : (isRegional ? .deputyDirector : .director)
    return Seat(
      unit: unit.path,
      title: unit.isTop ? "局長" : "課長",
      band: band,
      isManagerial: true,
      isExecutive: unit.isTop,
      isHead: true
    )
  }

  // MARK: Happenings

  private mutating func add(
    _ employer: String,
    _ seat: Seat,
    hired: CivilDate,
    from: CivilDate? = nil,
    exam: ExamCategory = .none,
    sex: Sex? = nil,
    isTechnical: Bool = false
  ) {
    lastNumber += 1
    let drawn: Sex = dice.happens(4) ? .notStated : dice.happens(42) ? .female : .male
    let person = Person(
      employer: employer,
      number: "\(1000 + lastNumber)",
      sex: sex ?? drawn,
      hiredOn: hired,
      category: dice.happens(4) && hired < day("2026-01-01") ? .reemployed : .regular,
      exam: exam,
      isTechnical: isTechnical,
      placements: [Placement(seat: seat, from: from ?? hired)]
    )
    ministry.people.append(person)
  }

  private mutating func move(_ place: Int, to seat: Seat, on date: CivilDate) {
    ministry.people[place].placements.append(Placement(seat: seat, from: date))
  }

  /// Those who hold an ordinary seat of a band on a day and have nothing else before them.
  private func free(
    _ band: RankBand,
    _ date: CivilDate,
    where condition: (Person, Seat) -> Bool = { _, _ in true }
  ) -> [Int] {
    ministry.people.indices.filter { place in
      let person = ministry.people[place]
      guard let seat = person.seat(date), seat.band == band, !seat.isHead, person.leftOn == nil,
        let last = person.placements.last, last.from < date
      else { return false }
      return condition(person, seat)
    }
  }

  /// So many of a band go to a seat of another band in any division of their employer.
  private mutating func promote(_ count: Int, _ band: RankBand, to next: RankBand, on date: CivilDate) {
    for _ in 0..<count {
      let places = free(band, date)
      guard !places.isEmpty else { return }
      let place = dice.pick(places)
      let unit = dice.pick(Ministry.divisions(of: ministry.people[place].employer))
      move(place, to: seat(unit, next), on: date)
    }
  }

  private mutating func transfer(_ count: Int, _ band: RankBand, to unit: String? = nil, on date: CivilDate) {
    for _ in 0..<count {
      let places = free(band, date) { person, seat in
        seat.unit != unit && (unit == nil || person.employer == Ministry.unit(unit ?? "")?.employer)
      }
      guard !places.isEmpty else { return }
      let place = dice.pick(places)
      let old = ministry.people[place].seat(date)?.unit
      let others = Ministry.divisions(of: ministry.people[place].employer).filter { $0 != old }
      move(place, to: seat(unit ?? dice.pick(others), band), on: date)
    }
  }

  private mutating func leave(_ place: Int, _ lastDay: CivilDate) {
    ministry.people[place].leftOn = lastDay
  }

  private mutating func leave(_ count: Int, _ band: RankBand, _ lastDay: CivilDate) {
    for _ in 0..<count {
      let places = free(band, lastDay)
      if !places.isEmpty { leave(dice.pick(places), lastDay) }
    }
  }

  private mutating func hire(_ count: Int, _ exam: ExamCategory, _ employer: String, on date: CivilDate) {
    for _ in 0..<count {
      let unit = dice.pick(Ministry.divisions(of: employer))
      let isTechnical = dice.happens(70)
      add(employer, seat(unit, .clerk), hired: date, exam: exam, isTechnical: isTechnical)
    }
  }

  /// Leaves one employer and begins with the other the day after.
  private mutating func changeEmployer(_ band: RankBand, from: String, to: String, on date: CivilDate) {
    let places = free(band, date) { person, _ in person.employer == from }
    guard !places.isEmpty else { return }
    let place = dice.pick(places)
    let old = ministry.people[place]
    leave(place, date.adding(days: -1))
    let unit = dice.pick(Ministry.divisions(of: to))
    add(to, seat(unit, band), hired: date, exam: old.exam, sex: old.sex)
  }

  private func headPlace(_ unit: String, _ date: CivilDate) -> Int? {
    ministry.people.indices.first { place in
      guard let seat = ministry.people[place].seat(date) else { return false }
      return seat.isHead && seat.unit == unit
    }
  }

  // MARK: The year

  private mutating func foundStaff() {
    let records = day("2023-04-01")
    for unit in Ministry.units {
      let seats =
        unit.isTop
        ? [headSeat(unit), seat(unit.path, .deputyDirector)]
        : [headSeat(unit), seat(unit.path, .deputyDirector), seat(unit.path, .chief)]
          + [RankBand.clerk, .clerk, .chief].prefix(dice.number(2...3)).map { seat(unit.path, $0) }
      for seat in seats {
        let hired = dice.day(day("1998-04-01")...day("2022-04-01"))
        let exam = dice.pick([ExamCategory.general, .ordinary, .ordinaryHighSchool, .none])
        add(unit.employer, seat, hired: hired, from: records, exam: exam, isTechnical: dice.happens(30))
      }
    }
    for _ in 0..<3 { add("soumu", seat("大臣官房", .director), hired: day("2005-04-01"), from: records) }
  }

  /// What the windows of a year until 1 July and 31 March 2026 look back on.
  private mutating func lastYear() {
    promote(2, .clerk, to: .chief, on: day("2025-04-01"))
    promote(1, .clerk, to: .chief, on: day("2025-07-01"))
    promote(2, .clerk, to: .chief, on: day("2025-07-02"))
    hire(2, .general, "soumu", on: day("2025-04-01"))
    hire(11, .ordinary, "soumu", on: day("2025-04-01"))
    leave(1, .clerk, day("2026-03-31"))
  }

  private mutating func spring() {
    let first = day("2026-04-01")
    hire(3, .general, "soumu", on: first)
    hire(9, .ordinary, "soumu", on: first)
    hire(3, .ordinaryHighSchool, "soumu", on: first)
    hire(3, .ordinary, "shobo", on: first)
    transfer(3, .clerk, on: first)
    promote(1, .deputyDirector, to: .director, on: first)
    hire(1, .experienced, "soumu", on: dice.day(day("2026-04-02")...day("2026-06-20")))
    transfer(1, .chief, on: dice.day(day("2026-04-02")...day("2026-06-20")))
  }

  private mutating func summer() {
    let july = day("2026-07-01")
    promote(5, .clerk, to: .chief, on: july)
    promote(2, .chief, to: .deputyDirector, on: july)
    transfer(1, .clerk, to: "関東総合通信局／無線課", on: july)
    if let one = headPlace("大臣官房／会計課", july), let other = headPlace("行政管理局／管理課", july) {
      guard let (here, there) = pair(one, other, july) else { return }
      move(one, to: there, on: july)
      move(other, to: here, on: july)
    }
    newBureauHead()
  }

  private func pair(_ one: Int, _ other: Int, _ date: CivilDate) -> (Seat, Seat)? {
    guard let here = ministry.people[one].seat(date), let there = ministry.people[other].seat(date) else {
      return nil
    }
    return (here, there)
  }

  /// A bureau's head leaves; a director of a division follows, and the division waits some weeks for somebody.
  private mutating func newBureauHead() {
    let august = day("2026-08-01")
    guard let old = headPlace("統計局", august), let next = headPlace("行政管理局／企画調整課", august),
      let bureau = ministry.people[old].seat(august), let division = ministry.people[next].seat(august)
    else { return }
    leave(old, day("2026-07-31"))
    move(next, to: bureau, on: august)
    let successor = free(.deputyDirector, day("2026-09-10")) { person, _ in person.employer == "soumu" }
    if let place = successor.randomElement(using: &dice) {
      move(place, to: division, on: dice.day(day("2026-09-10")...day("2026-10-10")))
    }
  }

  private mutating func autumn() {
    let october = day("2026-10-01")
    changeEmployer(.clerk, from: "soumu", to: "shobo", on: october)
    changeEmployer(.chief, from: "soumu", to: "shobo", on: october)
    changeEmployer(.clerk, from: "shobo", to: "soumu", on: dice.day(day("2026-10-02")...day("2026-12-20")))
    transfer(2, .clerk, on: october)
    transfer(1, .chief, to: "関東総合通信局／無線課", on: october)
    promote(4, .clerk, to: .chief, on: october)
    if let head = headPlace("消防庁／予防課", day("2026-11-01")),
      let seat = ministry.people[head].seat(day("2026-11-01"))
    {
      let lastDay = dice.day(day("2026-11-02")...day("2026-12-10"))
      leave(head, lastDay)
      let successor = free(.deputyDirector, lastDay) { person, _ in person.employer == "shobo" }
      if let place = successor.randomElement(using: &dice) {
        move(place, to: seat, on: lastDay.adding(days: dice.number(15...40)))
      }
    }
    for _ in 0..<3 { leave(1, .clerk, dice.day(day("2026-05-10")...day("2027-02-20"))) }
    leave(1, .deputyDirector, dice.day(day("2026-10-10")...day("2027-02-20")))
    hire(1, .experienced, "shobo", on: dice.day(day("2026-11-01")...day("2027-02-01")))
    transfer(3, .clerk, on: dice.day(day("2027-01-04")...day("2027-03-10")))
  }

  private mutating func yearEnd() {
    leave(2, .chief, day("2027-03-31"))
    let first = day("2027-04-01")
    hire(4, .ordinary, "soumu", on: first)
    transfer(3, .clerk, on: first)
    promote(2, .clerk, to: .chief, on: first)
  }

  /// Twelve fathers, so that the whole may be shown and neither employer, and some months of too much overtime.
  private mutating func families() {
    let year = day("2026-04-01")...day("2027-03-31")
    let staying = ministry.people.filter { person in
      person.leftOn == nil && person.hiredOn < year.lowerBound && person.placements.count == 1
    }
    for employer in ["soumu", "shobo"] {
      var men = staying.filter { $0.employer == employer && $0.sex == .male }
      for _ in 0..<min(men.count, employer == "soumu" ? 9 : 3) {
        let father = men.remove(at: dice.number(0...men.count - 1))
        let birth = Birth(
          father: father.key,
          employer: employer,
          on: dice.day(year),
          tookMonth: dice.happens(60)
        )
        ministry.births.append(birth)
      }
    }
    for _ in 0..<4 {
      let person = dice.pick(staying)
      let month = YearMonth(index: 2026 * 12 + 3 + dice.number(0...9))
      ministry.excesses.append(Excess(person: person.key, month: month))
    }
  }
}
