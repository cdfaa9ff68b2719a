package import CivilTime
package import Site

/// What somebody typed of a day's overtime: stretches of time, or a length alone.
package enum ClaimReading {
  case length(Minutes)
  case stretches(WorkedStretches)

  /// Reads the fields of ``ClaimFields``; nil where something must be mended.
  package static func read(_ form: inout FormReader) -> ClaimReading? {
    read(&form, places: ClaimFields.places)
  }

  /// Reads a day's overtime on one line by the same rules; nil, with what must be mended, where it cannot stand.
  static func read(line: String) -> (claim: ClaimReading?, faults: [String]) {
    do {
      let notation = try ClaimNotation(reading: line)
      var form = FormReader(ClaimFields.fields(of: notation))
      let places: ClosedRange<Int>
      if case .stretches(let stretches) = notation { places = 1...stretches.count } else { places = 1...1 }
      let claim = read(&form, places: places)
      return (claim, form.faults.map(\.message))
    } catch {
      return (nil, [error.japanese])
    }
  }

  /// What to do where the same time is claimed for another day.
  static func overlapping(_ other: CivilDate, _ worked: WorkedStretches) -> String {
    "\(other.japaneseShort)に申告した\(worked.japanese)と重なっています。同じ時間は一度だけ申告してください。"
  }

  private static func read(_ form: inout FormReader, places: ClosedRange<Int>) -> ClaimReading? {
    let stretches = stretches(&form, places)
    guard !stretches.isEmpty else { return form.faults.isEmpty ? length(&form) : nil }
    do {
      let worked = try WorkedStretches(stretches)
      return agreesWithLength(worked, &form) ? .stretches(worked) : nil
    } catch {
      form.add("from1", words(error))
      return nil
    }
  }

  /// What is told after it was recorded.
  func notice(_ date: CivilDate, counted: Minutes?) -> Notice {
    let day = date.japanese
    switch self {
    case .length(let length):
      return Notice(.success, "\(day)の超過勤務を\(length.japanese)と申告しました。")
    case .stretches(let worked):
      let counted = counted ?? worked.length
      let rest = worked.length - counted
      let note = rest == .zero ? "" : "正規の勤務時間に重なる\(rest.japanese)は超過勤務に数えていません。"
      return Notice(.success, "\(day)の超過勤務を\(worked.japanese)、\(counted.japanese)と申告しました。\(note)")
    }
  }

  private static func stretches(
    _ form: inout FormReader,
    _ places: ClosedRange<Int>
  ) -> [Range<ClockTime>] {
    places.compactMap { place in
      let (from, to) = ClaimFields.names(place)
      let label = "\(place)つ目"
      let faultsBefore = form.faults.count
      let start = form.optionalClockTime(from, label: "\(label)の始まり")
      let end = form.optionalClockTime(to, label: "\(label)の終わり")
      guard form.faults.count == faultsBefore else { return nil }
      switch (start, end) {
      case (nil, nil): return nil
      case (let start?, let end?) where start < end: return start..<end
      case (_?, _?): form.add(to, "\(label)の終わりを始まりより後にしてください。翌日の1:30は25:30と入力します。")
      case (nil, _): form.add(from, "\(label)の始まりを入力してください。")
      case (_, nil): form.add(to, "\(label)の終わりを入力してください。")
      }
      return nil
    }
  }

  private static func length(_ form: inout FormReader) -> ClaimReading? {
    if form.fields.first("length").map(\.utf8.isEmpty) ?? true {
      form.add("from1", "勤務した時間帯か、長さを入力してください。")
      return nil
    }
    guard let length = form.minutes("length", label: "超過勤務の長さ") else { return nil }
    if length > Minutes(hours: 24) {
      form.add("length", "超過勤務の長さは24:00までです。日ごとに分けて申告してください。")
      return nil
    }
    return .length(length)
  }

  /// Whoever gives both must give the same, or it would be unclear which counts.
  private static func agreesWithLength(_ worked: WorkedStretches, _ form: inout FormReader) -> Bool {
    if form.fields.first("length").map(\.utf8.isEmpty) ?? true { return true }
    guard let length = form.minutes("length", label: "超過勤務の長さ") else { return false }
    if length == worked.length { return true }
    form.add("length", "時間帯を足すと\(worked.length)です。長さを空にするか、時間帯を直してください。")
    return false
  }

  private static func words(_ fault: WorkedStretches.Fault) -> String {
    switch fault {
    case .none: "勤務した時間帯を入力してください。"
    case .overlapping(let first, let second):
      "\(first.lowerBound)–\(first.upperBound)と\(second.lowerBound)–\(second.upperBound)が重なっています。"
    case .longerThanADay: "時間帯を足すと24:00を超えます。日ごとに分けて申告してください。"
    }
  }
}
