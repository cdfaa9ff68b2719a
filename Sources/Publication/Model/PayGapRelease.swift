internal import CivilTime
internal import DisclosureRules

extension PayGapYear {
  /// 公表の決定の名: a figure by everything that is known of it, so that whoever decides to publish it decides on no
  /// other, such as that of the next year or of pay that was counted anew.
  func releaseName(of figure: PayGapFigure) -> String {
    let numbers = [figure.permille, figure.women, figure.men].map { number in number.map { "\($0)" } ?? "-" }
    return ([figure.row.table.rawValue, figure.row.key, "\(year.startYear)", method.rawValue] + numbers)
      .joined(separator: " ")
  }

  /// What may be published of a figure of the year as an employer has decided.
  func shown(_ figure: PayGapFigure, _ settings: EmployerSettings) -> PayGapFigure.Shown {
    figure.shown(isReleased: settings.isReleased(figure, of: self))
  }
}

extension EmployerSettings {
  /// Whether an employer has decided to publish this very figure though it tells of few.
  func isReleased(_ figure: PayGapFigure, of payGap: PayGapYear) -> Bool {
    self[.payGapRelease(figure.row)]?.utf8.elementsEqual(payGap.releaseName(of: figure).utf8) ?? false
  }
}

/// 公表する給与の差異: the newest pay gap of an employer, and that of the year before it.
struct PayGapPair {
  let shown: PayGapYear
  let before: PayGapYear?
}
