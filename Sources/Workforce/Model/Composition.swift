internal import CivilTime
internal import People
internal import Store

/// 職員の構成 – how many women and men hold posts, by rank, examination and years of entry (IV-2-1-1).
///
/// For the personnel authority alone: nothing is left out of it, however few people stand in a row.
struct Composition {
  /// What a row is about.
  struct Group: Hashable, Comparable {
    let band: RankBand
    let exam: ExamCategory
    /// The first fiscal year of five.
    let entry: Int

    static func < (left: Group, right: Group) -> Bool {
      (left.band, place(left.exam), left.entry) < (right.band, place(right.exam), right.entry)
    }

    private static func place(_ exam: ExamCategory) -> Int {
      ExamCategory.allCases.firstIndex(of: exam) ?? 0
    }

    /// The years of entry in words.
    var years: String { "\(entry)～\(entry + Composition.yearsOfEntry - 1)年度" }
  }

  /// How many people.
  struct Count: Hashable {
    var women = 0
    var men = 0
    var notStated = 0

    var all: Int { women + men + notStated }
  }

  /// So many years of entry stand in one row.
  static let yearsOfEntry = 5

  /// The day.
  let day: CivilDate
  /// The rows, the highest rank first.
  let rows: [(group: Group, count: Count)]

  /// Counts those in post on a day at some employers.
  init(
    of employers: Set<RecordID<Employer>>,
    on day: CivilDate,
    _ connection: any SQLConnection
  ) throws {
    var counts: [Group: Count] = [:]
    for member in try WorkforceRegister(day...day, on: connection).inPost {
      guard employers.contains(member.employer), let posting = member.posting else { continue }
      let year = FiscalYear(containing: member.hiredOn).startYear
      let entry = year - ((year % Self.yearsOfEntry) + Self.yearsOfEntry) % Self.yearsOfEntry
      let group = Group(band: posting.band, exam: member.exam, entry: entry)
      switch member.sex {
      case .female: counts[group, default: Count()].women += 1
      case .male: counts[group, default: Count()].men += 1
      case .notStated: counts[group, default: Count()].notStated += 1
      }
    }
    self.day = day
    rows = counts.sorted { $0.key < $1.key }.map { (group: $0.key, count: $0.value) }
  }

  /// All rows together.
  var total: Count {
    rows.reduce(into: Count()) { sum, row in
      sum.women += row.count.women
      sum.men += row.count.men
      sum.notStated += row.count.notStated
    }
  }
}
