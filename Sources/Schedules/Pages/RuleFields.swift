internal import CivilTime
internal import Site
internal import WorkingTimeRules

/// The four times of a day's hours as controls, and how they are read.
enum RuleFields {
  static let times: [(name: String, label: String)] = [
    ("start", "始業"), ("end", "終業"), ("pause-start", "休憩の始まり"), ("pause-end", "休憩の終わり"),
  ]

  /// The hours under a prefix; nil with a fault where they make no day, nil without one where all are empty.
  static func hours(_ prefix: String, label: String = "", _ reader: inout FormReader) -> DayHours? {
    let found = times.map { time in
      reader.optionalClockTime("\(prefix)-\(time.name)", label: label + time.label)
    }
    let isEmpty = times.map { time in (reader.fields.first("\(prefix)-\(time.name)") ?? "").utf8.isEmpty }
    if !isEmpty.contains(false) { return nil }
    for place in 0...1 where isEmpty[place] {
      reader.add("\(prefix)-\(times[place].name)", "\(label)\(times[place].label)を入力してください。")
    }
    if isEmpty[2] != isEmpty[3] {
      reader.add("\(prefix)-\(times[isEmpty[2] ? 2 : 3].name)", "\(label)休憩の始まりと終わりを、両方入力してください。")
    }
    guard let start = found[0], let end = found[1] else { return nil }
    guard start < end else {
      reader.add("\(prefix)-end", "\(label)終業を始業より後の時刻にしてください。")
      return nil
    }
    guard let first = found[2], let last = found[3] else { return DayHours(start..<end) }
    guard first < last, let hours = DayHours(start..<end, breaks: [first..<last]) else {
      reader.add("\(prefix)-pause-start", "\(label)休憩を始業と終業の間にし、終わりを始まりより後にしてください。")
      return nil
    }
    return hours
  }

  /// A stretch of two times that must both be there.
  static func stretch(
    _ prefix: String,
    label: String,
    _ reader: inout FormReader
  ) -> Range<ClockTime>? {
    let names = [("\(prefix)-start", "\(label)の始まり"), ("\(prefix)-end", "\(label)の終わり")]
    let found = names.map { name, label -> ClockTime? in
      if (reader.fields.first(name) ?? "").utf8.isEmpty { reader.add(name, "\(label)を入力してください。") }
      return reader.optionalClockTime(name, label: label)
    }
    guard let start = found[0], let end = found[1] else { return nil }
    if start >= end { reader.add(names[1].0, "\(label)の終わりを始まりより後の時刻にしてください。") }
    return start < end ? start..<end : nil
  }
}
