internal import CivilTime
internal import People

/// Draws who moved, left and was hired on one day.
struct Transfers {
  let units: [UnitPlan]
  let seats: [SeatPlan]
  /// Seats whose people stay, for the sign-ins show them.
  let reserved: Set<Int>
  let seed: UInt64

  func apply(_ day: TransferDay, to succession: inout Succession) {
    for employer in EmployerPlan.allCases {
      var chance = Chance(seed: seed, .transfers, day.date.dayNumber, employer.rawValue)
      var pools = pools(of: employer, &chance)
      let total = pools.reduce(0) { $0 + $1.count }
      if day.occasion == .january { moveOut(day, &pools, &succession, atLeast: min(3, total / 40)) }
      succeed(day, total: total, &pools, &succession, &chance)
      exchange(day, &pools, &succession, &chance)
    }
  }

  /// The seats of an employer by rank, in chance order.
  private func pools(of employer: EmployerPlan, _ chance: inout Chance) -> [[Int]] {
    var pools = RankBand.allCases.map { _ in [Int]() }
    for (index, seat) in seats.enumerated() where !reserved.contains(index) {
      guard units[seat.unit].group.employer == employer else { continue }
      pools[seat.shape.rankBand.order].append(index)
    }
    return pools.map { chance.shuffled($0) }
  }

  private func succeed(
    _ day: TransferDay,
    total: Int,
    _ pools: inout [[Int]],
    _ succession: inout Succession,
    _ chance: inout Chance
  ) {
    let count = (total * day.occasion.successionPermille + chance.below(1000)) / 1000
    for _ in 0..<count {
      // Half of those who leave are clerks; the others leave a place to move up to.
      let highest = chance.permille(500) ? RankBand.clerk.order : chance.within(1...4)
      let chain = (highest..<pools.count).compactMap { pools[$0].popLast() }
      succession.succeed(on: chain, day.date)
    }
  }

  private func exchange(
    _ day: TransferDay,
    _ pools: inout [[Int]],
    _ succession: inout Succession,
    _ chance: inout Chance
  ) {
    for rank in pools.indices {
      var left = pools[rank].count * day.occasion.exchangePermille / 1000
      while left > 1 {
        let size = min(left, chance.within(2...6))
        let seats = Array(pools[rank].suffix(size))
        pools[rank].removeLast(size)
        succession.exchange(seats, day.date)
        left -= size
      }
    }
  }

  /// Lets some move from an external to an ordinary section in the middle of a fiscal year.
  private func moveOut(
    _ day: TransferDay,
    _ pools: inout [[Int]],
    _ succession: inout Succession,
    atLeast least: Int
  ) {
    let rank = RankBand.chief.order
    let wanted = max(least, pools[rank].count * 6 / 1000)
    for _ in 0..<wanted {
      guard let ordinary = pools[rank].firstIndex(where: { !isExternal($0) }) else { return }
      let ordinarySeat = pools[rank].remove(at: ordinary)
      guard let external = pools[rank].firstIndex(where: isExternal) else { return }
      let externalSeat = pools[rank].remove(at: external)
      succession.exchange([ordinarySeat, externalSeat], day.date)
    }
  }

  private func isExternal(_ seat: Int) -> Bool { units[seats[seat].unit].isExternal }
}
