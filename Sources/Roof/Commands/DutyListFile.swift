internal import CivilTime
internal import DelimitedText
internal import Duties

/// Duties as rows of CSV for programs.
enum DutyListFile {
  private static let columns = [
    "measure", "title", "task", "about", "owner", "fiscal_year", "starts_on", "due_on", "state", "settled_on",
  ]

  /// A writer for programs that has written its heading.
  static func plain() -> DelimitedWriter {
    var writer = DelimitedWriter.plain()
    writer.write(columns)
    return writer
  }

  static func write(_ lines: [DutyLine], to writer: inout DelimitedWriter) {
    for line in lines {
      let duty = line.duty
      let (state, settledOn) = words(duty.state)
      writer.write(fields: [
        .value(duty.rule.measure), .freeText(line.title), .freeText(line.task), .freeText(line.about),
        .freeText(line.owner), .value("\(duty.year.startYear)"), .value(duty.startsOn.iso),
        .value(duty.dueOn.iso), .value(state.rawValue), .value(settledOn?.iso ?? ""),
      ])
    }
  }

  private static func words(_ state: DutyState) -> (DutyListFilter.State, CivilDate?) {
    switch state {
    case .open: (.open, nil)
    case .fulfilled(let day, _): (.fulfilled, day)
    case .excused(let day): (.excused, day)
    }
  }
}
