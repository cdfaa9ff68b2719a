import CivilTime
import WorkingTimeRules

/// Months of overtime by case, in eight bytes a month where the rows of a case stand together.
///
/// The rows of a case may stand anywhere. Neighbouring rows of one case are a run; the runs of a case are chained.
struct CaseMonths {
  /// A month in eight bytes.
  struct Month {
    private let index: UInt32
    private let minutes: UInt16
    private let post: PostKind
    private let isSpecialWork: Bool

    /// A month of the years 0 to 9999 with no more minutes than it has, as rows are read.
    init(_ record: MonthlyOvertime) {
      index = UInt32(record.month.index)
      minutes = UInt16(record.overtime.count)
      post = record.post
      isSpecialWork = record.isSpecialWork
    }

    var record: MonthlyOvertime {
      MonthlyOvertime(
        month: YearMonth(index: Int(index)),
        overtime: Minutes(Int(minutes)),
        post: post,
        isSpecialWork: isSpecialWork
      )
    }
  }

  private struct Run {
    /// The place of its first month; it ends where the next run begins.
    let start: UInt32
    /// The next run of the same case; 0, which is never a next one, for none.
    var next: UInt32 = 0
  }

  private var names = CaseNames()
  private var months: [Month] = []
  private var runs: [Run] = []
  private var firstRuns: [UInt32] = []
  private var lastRuns: [UInt32] = []
  /// The case of the present run.
  private var presentCase = -1

  /// The most months that can be held.
  static let capacity = Int(UInt32.max)

  /// Whether no more months can be held.
  var isFull: Bool { months.count == CaseMonths.capacity }

  /// How many cases there are.
  var caseCount: Int { names.count }

  /// The name of a case, counted from 0 in the order in which cases first appear.
  func name(ofCase number: Int) -> ArraySlice<UInt8> { names[number] }

  /// Adds a month to a case; there must be room.
  mutating func add(_ month: Month, toCaseNamed name: ArraySlice<UInt8>) {
    if presentCase < 0 || names[presentCase] != name { beginRun(ofCaseNamed: name) }
    months.append(month)
  }

  /// All months of a case, in the order in which they were added.
  func records(ofCase number: Int) -> [MonthlyOvertime] {
    var records: [MonthlyOvertime] = []
    var run = Int(firstRuns[number])
    repeat {
      let end = run + 1 < runs.count ? Int(runs[run + 1].start) : months.count
      for place in Int(runs[run].start)..<end { records.append(months[place].record) }
      run = Int(runs[run].next)
    } while run > 0
    return records
  }

  private mutating func beginRun(ofCaseNamed name: ArraySlice<UInt8>) {
    let run = UInt32(runs.count)
    presentCase = names.number(of: name)
    runs.append(Run(start: UInt32(months.count)))
    if presentCase == firstRuns.count {
      firstRuns.append(run)
      lastRuns.append(run)
    } else {
      runs[Int(lastRuns[presentCase])].next = run
      lastRuns[presentCase] = run
    }
  }
}
