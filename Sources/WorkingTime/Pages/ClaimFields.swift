internal import CivilTime
internal import Markup
internal import Site

/// 超過勤務の時間帯: when work was done, up to three stretches with breaks between them; or only how long it was.
enum ClaimFields {
  /// How many stretches a form takes.
  static let places = 1...3

  static func draw(kept: DayPage.Kept) -> HTML {
    let value = { (name: String) in kept.fields.first(name) ?? "" }
    let stretches = places.map { place -> HTML in
      let (from, to) = names(place)
      return Forms.sideBySide([
        Fields.time(
          from,
          label: "\(place)つ目の始まり",
          need: .unmarked,
          hint: nil,
          value: value(from),
          faults: kept.faults
        ),
        Fields.time(
          to,
          label: "\(place)つ目の終わり",
          need: .unmarked,
          hint: nil,
          value: value(to),
          faults: kept.faults
        ),
      ])
    }
    return """
      \(Forms.group(
        "勤務した時間帯", hint: "例：18:15から20:00、20:30から25:30（翌日の1:30）。休憩した時間は、時間帯を分けて除きます。",
        content: HTML(stretches)))\
      \(Fields.text(
        "length", label: "時間帯が分からないときは、長さだけ", need: .optional,
        hint: "例：2:30（2時間30分）。この日の申告を取り消すときは0:00", value: value("length"),
        faults: kept.faults, width: .short, autocomplete: "off"))
      """
  }

  /// The fields as if the parts of a line had been typed into them.
  static func fields(of notation: ClaimNotation) -> FormFields {
    switch notation {
    case .nothing: .empty
    case .length(let length): FormFields([(name: "length", value: length)])
    case .stretches(let stretches):
      FormFields(
        zip(1..., stretches).flatMap { place, stretch in
          let (from, to) = names(place)
          return [(name: from, value: stretch.from), (name: to, value: stretch.to)]
        }
      )
    }
  }

  static func names(_ place: Int) -> (from: String, to: String) { ("from\(place)", "to\(place)") }
}
