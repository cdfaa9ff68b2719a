internal import CivilTime
internal import Markup
internal import Site
internal import WorkingTime

/// 時間帯か長さ – the boxes that `ClaimReading` reads, for what is expected, ordered or proposed.
enum AmountFields {
  private static let places = 1...3

  static func draw(_ title: String, kept: FormFields, faults: [FormFault]) -> HTML {
    let value = { (name: String) in kept.first(name) ?? "" }
    let time = { (name: String, label: String) in
      Fields.time(name, label: label, need: .unmarked, hint: nil, value: value(name), faults: faults)
    }
    let stretches = places.map { place in
      Forms.sideBySide([time("from\(place)", "\(place)つ目の始まり"), time("to\(place)", "\(place)つ目の終わり")])
    }
    let length = Fields.text(
      "length",
      label: "時間帯が決まらないときは、長さだけ",
      need: .optional,
      hint: "例：2:30（2時間30分）",
      value: value("length"),
      faults: faults,
      width: .short,
      autocomplete: "off"
    )
    let hint = "例：18:15から20:00、20:30から25:30（翌日の1:30）"
    return Forms.group(title, hint: hint, content: HTML(stretches) + length)
  }

  /// The fields of an amount, so that a form may start with it.
  static func fields(_ amount: OvertimeDeclaration.Amount) -> [(name: String, value: String)] {
    guard let worked = amount.worked else { return [("length", "\(amount.length)")] }
    return zip(places, worked.all).flatMap { place, stretch in
      [("from\(place)", "\(stretch.lowerBound)"), ("to\(place)", "\(stretch.upperBound)")]
    }
  }
}
