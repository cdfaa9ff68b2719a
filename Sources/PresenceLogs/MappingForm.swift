internal import Site

/// Reads a mapping from its form.
enum MappingForm {
  /// The mapping; nil where faults were added to the reader.
  static func mapping(_ reader: inout FormReader) -> LogMapping? {
    let name = reader.text("name", label: "名前", most: 40)
    if let name, !isName(name) {
      reader.add("name", "名前は半角の英小文字、数字、ハイフンで入力してください。例：log-tool")
    }
    if let name, LogMapping.builtIn.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
      reader.add("name", "この名前は初めからある対応付けのものです。別の名前にしてください。")
    }
    let title = reader.text("title", label: "説明", most: 100)
    let person = reader.choice("person", label: "職員の表し方", as: LogMapping.Person.self)
    let column = reader.text("person-column", label: "職員の列")
    let device = reader.optionalText("device-column", label: "端末の列")
    let order = reader.choice("order", label: "行の順序", as: LogMapping.Order.self)
    let shape = shape(&reader)
    guard reader.faults.isEmpty, let name, let title, let person, let column, let order, let shape else {
      return nil
    }
    return LogMapping(
      name: name,
      title: title,
      person: person,
      personColumn: words(column),
      deviceColumn: device.map(words) ?? [],
      shape: shape,
      order: order
    )
  }

  private static func shape(_ reader: inout FormReader) -> LogMapping.Shape? {
    guard let kind = reader.choice("shape", label: "1行の内容", as: RowShape.self) else { return nil }
    let from = moment("from", label: "日時の列", &reader)
    switch kind {
    case .spans:
      let to = moment("to", label: "終了の日時の列", &reader)
      return from.flatMap { from in to.map { .spans(from: from, to: $0) } }
    case .events:
      let column = reader.text("kind-column", label: "種別の列")
      let on = reader.text("on", label: "在席を始める言葉", most: 400)
      let off = reader.text("off", label: "在席を終える言葉", most: 400)
      let sign = reader.optionalText("sign", label: "在席を示す言葉", most: 400)
      guard let from, let column, let on, let off else { return nil }
      let told = LogMapping.Words(on: words(on), off: words(off), sign: sign.map(words) ?? [])
      return .events(at: from, kind: words(column), words: told)
    }
  }

  private static func moment(_ field: String, label: String, _ reader: inout FormReader) -> LogMapping.Moment?
  {
    let date = reader.text("\(field)-column", label: label)
    let time = reader.optionalText("\(field)-time-column", label: "時刻の列")
    return date.map { date in
      time.map { .dateAndTime(words(date), words($0)) } ?? .stamp(words(date))
    }
  }

  /// Words between commas of any kind, or Japanese commas.
  static func words(_ text: String) -> [String] {
    text.unicodeScalars.split { ",，、".unicodeScalars.contains($0) }.map { part in
      let trimmed = part.drop { $0 == " " || $0 == "\u{3000}" }
      let last = trimmed.lastIndex { $0 != " " && $0 != "\u{3000}" }
      return last.map { String(String.UnicodeScalarView(trimmed[...$0])) } ?? ""
    }.filter { !$0.isEmpty }
  }

  private static func isName(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }
  }
}

/// What a row of a log tells, as it is chosen in the form.
enum RowShape: String, Sendable, CaseIterable {
  case events
  case spans

  var japanese: String {
    switch self {
    case .events: "1つの出来事（ログオン、ロックなど）"
    case .spans: "開始と終了"
    }
  }
}
