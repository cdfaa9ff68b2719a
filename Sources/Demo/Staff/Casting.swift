internal import Access

/// Which seats the named sign-ins sit on.
struct Casting: Sendable {
  /// The seat of each role that an employee plays.
  let seats: [Role: Int]
  /// The seats whose people share the showcase section.
  let showcase: Set<Int>

  init(ministry: MinistryPlan, seats: [SeatPlan]) {
    let units = ministry.units
    let showcaseSeats = seats.indices.filter { seats[$0].unit == ministry.showcase }
    let group = units[ministry.showcase].group.name
    var taken: Set<Int> = []
    var cast: [Role: Int] = [:]
    func play(_ role: Role, _ conditions: [(Int) -> Bool]) {
      let found = conditions.lazy.compactMap { condition in
        seats.indices.first { !taken.contains($0) && condition($0) }
      }.first
      guard let found else { return }
      taken.insert(found)
      cast[role] = found
    }
    func stands(_ seat: Int, in unit: String, _ shape: SeatShape) -> Bool {
      seats[seat].shape == shape && units[seats[seat].unit].name == unit
    }
    func shows(_ seat: Int, _ shape: SeatShape) -> Bool {
      seats[seat].unit == ministry.showcase && seats[seat].shape == shape
    }
    play(.staff, [{ shows($0, .clerk) }, { shows($0, .chief) }])
    play(.superior, [{ shows($0, .sectionHead) }])
    play(.timeKeeper, [{ shows($0, .chief) }, { shows($0, .deputy) }])
    play(.executive, [{ stands($0, in: group, .topHead) }])
    play(.manager, [{ stands($0, in: "総務課", .sectionHead) }, { seats[$0].shape == .sectionHead }])
    play(.hr, [{ stands($0, in: "秘書課", .chief) }])
    play(.secretariat, [{ stands($0, in: "企画課", .deputy) }, { stands($0, in: "秘書課", .deputy) }])
    play(.committee, [{ stands($0, in: "大臣官房", .topHead) }])
    play(.auditor, [{ stands($0, in: "政策評価広報課", .chief) }, { stands($0, in: "総務課", .chief) }])
    self.seats = cast
    showcase = Set(showcaseSeats)
  }
}
