internal import CivilTime
internal import DelimitedText
internal import People
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// What is written in one transaction.
struct LogBatch: Sendable {
  struct Folded: Sendable {
    var marks: [LogMark] = []
    var doubts: ClockDoubts = []
  }

  var strips: [LogStrip.Key: Folded] = [:]
  var faults: [LogFault] = []
  /// How far the import has come with it.
  var progress: LogProgress
}

/// Folds the rows of a log into days of devices, batch by batch, in memory that does not grow with the file.
struct LogFolding {
  /// With how many days of devices a batch is full, however few its rows.
  private static let mostStrips = 10_000
  /// How many faults of a kind are kept word by word; the rest is counted.
  static let mostFaultsOfAKind = 250
  /// From which difference on a clock is not believed.
  private static let tolerance = 60

  private let columns: LogColumns
  private let people: LogPeople
  private let isNewestFirst: Bool?
  private let startedAt: Int
  /// Rows before this one were taken by an import that was broken off.
  private let taken: Int

  private var clock = LogClock()
  private var devices: [[UInt8]: String] = [:]
  private var keptFaults: [LogFault.Kind: Int] = [:]
  /// Of each device, or of a person without one, the key and the moment of the row before.
  private var latest: [Trace: (key: LogStrip.Key, minute: Int)] = [:]
  private(set) var seen = LogCoverage.Seen()
  private(set) var progress = LogProgress()

  private struct Trace: Hashable {
    let device: [UInt8]
    /// The person, where the log names no device.
    let employee: RecordID<Employee>?
  }

  init(
    _ mapping: LogMapping,
    _ columns: LogColumns,
    _ people: LogPeople,
    startedAt: Instant,
    taken: LogProgress
  ) {
    self.columns = columns
    self.people = people
    isNewestFirst =
      switch mapping.order {
      case .oldestFirst: false
      case .newestFirst: true
      case .any: nil
      }
    let day = OfficeZone.date(of: startedAt)
    self.startedAt = day.dayNumber * 1440 + OfficeZone.time(of: startedAt).minutesFromMidnight
    self.taken = taken.rows
  }

  /// Reads the next batch of at most so many rows; nil at the end of the file.
  ///
  /// Rows that were taken before are read again for what they say of clocks and people, but written no more.
  mutating func next(_ rows: Int, of reader: inout DelimitedReader) throws -> LogBatch? {
    var batch = LogBatch(progress: progress)
    let last = max(progress.rows, taken) + rows
    while progress.rows < last, batch.strips.count < LogFolding.mostStrips {
      guard try reader.advance() else { break }
      progress.rows += 1
      read(reader, into: &batch)
    }
    guard progress.rows > max(batch.progress.rows, taken) else { return nil }
    batch.progress = progress
    return batch
  }

  private mutating func read(_ reader: borrowing DelimitedReader, into batch: inout LogBatch) {
    switch columns.shape {
    case .events(let at, let kind, let words):
      guard let kind = words[LogColumns.lowered(columns.bytes(kind, of: reader))] else {
        progress.passedOver += 1
        return
      }
      guard let minute = minute(at, reader) else { return fault(.unreadable, at.place, reader, &batch) }
      take(kind, minute, at.place, reader, &batch)
    case .spans(let from, let to):
      guard let start = minute(from, reader) else { return fault(.unreadable, from.place, reader, &batch) }
      guard var end = minute(to, reader) else { return fault(.unreadable, to.place, reader, &batch) }
      if end < start { end += 1440 }
      guard start <= end, end - start <= 1440 else { return fault(.unreadable, to.place, reader, &batch) }
      if take(.on, start, from.place, reader, &batch) { take(.off, end, to.place, reader, &batch) }
    }
  }

  private mutating func minute(_ moment: LogColumns.Moment, _ reader: borrowing DelimitedReader) -> Int? {
    switch moment {
    case .stamp(let place): clock.stamp(columns.bytes(place, of: reader))
    case .dateAndTime(let date, let time):
      clock.moment(columns.bytes(date, of: reader), columns.bytes(time, of: reader))
    }
  }

  /// Takes an event; false where nobody is known by the row.
  @discardableResult
  private mutating func take(
    _ kind: LogMark.Kind,
    _ minute: Int,
    _ place: Int,
    _ reader: borrowing DelimitedReader,
    _ batch: inout LogBatch
  ) -> Bool {
    let moment = WorkMoment(minuteNumber: minute)
    let day = moment.date
    let employer = columns.employer.map { columns.bytes($0, of: reader) } ?? []
    let finding = people.find(columns.bytes(columns.person, of: reader), employer: employer, on: day)
    guard case .found(let employee) = finding, let service = people.service(of: employee) else {
      fault(finding.isAmbiguous ? .ambiguousPerson : .unknownPerson, columns.person, reader, &batch)
      return false
    }
    let device = columns.device.map { Array(columns.bytes($0, of: reader)) } ?? []
    let key = LogStrip.Key(employee: employee, day: day, device: name(of: device))
    var doubts: ClockDoubts = []
    if let wrong = wrongness(minute, day, service) {
      fault(wrong, place, reader, &batch)
      doubts = wrong.doubts
    }
    let trace = Trace(device: device, employee: device.isEmpty ? employee : nil)
    if let before = latest[trace], isStep(from: before.minute, to: minute) {
      fault(.jump, place, reader, &batch)
      doubts.insert(.jump)
      if progress.rows > taken { batch.strips[before.key, default: .init()].doubts.insert(.jump) }
    }
    latest[trace] = (key, minute)
    // What ends the day before at night, and what a wrong clock says, does not show that the day was delivered.
    if doubts.isEmpty, moment.time >= WorkDateRule.nightEnd {
      seen.add(employee, of: service.employer, on: day)
    }
    progress.events += 1
    guard progress.rows > taken else { return true }
    let mark = LogMark(kind, minuteOfDay: moment.time.minutesFromMidnight)
    batch.strips[key, default: .init()].marks.append(mark)
    if !doubts.isEmpty { batch.strips[key, default: .init()].doubts.formUnion(doubts) }
    return true
  }

  private func wrongness(_ minute: Int, _ day: CivilDate, _ service: LogPeople.Service) -> LogFault.Kind? {
    if minute - startedAt >= LogFolding.tolerance { return .ahead }
    return service.days.contains(day) ? nil : .outsideService
  }

  /// Whether a clock went against the order of the log.
  private func isStep(from before: Int, to now: Int) -> Bool {
    guard let isNewestFirst else { return false }
    return (isNewestFirst ? now - before : before - now) >= LogFolding.tolerance
  }

  private mutating func name(of device: [UInt8]) -> String {
    if let known = devices[device] { return known }
    let name = String(decoding: device, as: UTF8.self)
    devices[device] = name
    return name
  }

  private mutating func fault(
    _ kind: LogFault.Kind,
    _ place: Int,
    _ reader: borrowing DelimitedReader,
    _ batch: inout LogBatch
  ) {
    progress.count(kind)
    let kept = keptFaults[kind] ?? 0
    keptFaults[kind] = kept + 1
    guard kept < LogFolding.mostFaultsOfAKind, progress.rows > taken else { return }
    batch.faults.append(LogFault(line: reader.line, kind: kind, column: columns.heading(place)))
  }
}

extension EmployeeIndex.Finding {
  fileprivate var isAmbiguous: Bool {
    switch self {
    case .ambiguous: true
    case .found, .unknown: false
    }
  }
}
