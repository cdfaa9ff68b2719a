internal import CivilTime
internal import DelimitedText
internal import DisclosureRules
internal import Plan

/// The tables of the public folder that explain the others.
enum PublicTables {
  /// The pay gap, one row of its tables a line, without any number of people.
  static func payGap(_ material: PublicationMaterial) -> PublicTable {
    let rows = material.employers.flatMap { employer -> [[DelimitedField]] in
      guard let payGap = employer.payGap else { return [] }
      let change = PayGapWords.methodChange(payGap, before: employer.payGapBefore)
      let notes = [change, payGap.note.utf8.isEmpty ? nil : payGap.note].compactMap { $0 }
      return payGap.figures.map { figure in
        let shown = payGap.shown(figure, employer.settings)
        return [
          .value(employer.code), .freeText(employer.name), .value("\(payGap.year.startYear)"),
          .value(figure.row.table.rawValue), .value(figure.row.key), .value(figure.row.japanese),
          .value(ratio(shown)), .value(state(shown)), .value(payGap.method.rawValue),
          .freeText(notes.joined(separator: " ")), .freeText(payGap.explanation),
        ]
      }
    }
    return PublicTable(
      columns: [
        "特定事業主コード", "特定事業主", "年度", "表コード", "行コード", "行", "男女の差異（％）", "表示区分", "方法コード", "注記", "説明",
      ],
      rows: rows
    )
  }

  private static func ratio(_ shown: PayGapFigure.Shown) -> String {
    if case .ratio(let permille) = shown { FileNumber.text(permille, decimals: 1) } else { "" }
  }

  private static func state(_ shown: PayGapFigure.Shown) -> String {
    switch shown {
    case .ratio: "表示"
    case .blank: "該当者なし"
    case .withheld: PayGapWords.withheld
    }
  }

  /// What every number is: numerator, denominator, way of counting, source.
  static func definitions(_ material: PublicationMaterial) -> PublicTable {
    let targets = material.content.plan.targets.map { target -> [DelimitedField] in
      [
        .value("目標"), .value(target.id.text), .freeText(target.title), .freeText(target.numerator),
        .freeText(target.denominator ?? ""), .freeText(target.counting), .value(""),
        .value("\(target.definition)"),
      ]
    }
    let figures = material.content.figures.map { figure -> [DelimitedField] in
      [
        .value("指標"), .value(figure.id), .freeText(figure.title), .freeText(figure.numerator),
        .freeText(figure.denominator), .value(""), .freeText(figure.source),
        .value("\(figure.methodVersion)"),
      ]
    }
    return PublicTable(
      columns: ["種別", "コード", "名称", "分子", "分母", "数え方", "出典", "定義の版"],
      rows: targets + figures
    )
  }

  /// What every code in the other files stands for.
  static func codes(_ material: PublicationMaterial) -> PublicTable {
    var rows: [[DelimitedField]] = material.employers.map { employer in
      [.value("特定事業主"), .value(employer.code), .freeText(employer.name)]
    }
    func add(_ kind: String, _ codes: [(String, String)]) {
      rows += codes.map { code, name in [.value(kind), .value(code), .value(name)] }
    }
    add("取組の状態", MeasureStatus.allCases.map { ($0.rawValue, $0.japanese) })
    add("判定", TargetVerdict.allCases.map { ($0.rawValue, $0.japanese) })
    add("出どころ", ReportedOrigin.allCases.map { ($0.rawValue, $0.japanese) })
    add("公表の項目", DisclosureItem.allCases.map { ($0.code, $0.japanese) })
    add("給与の差異の表", PayGapRow.Table.allCases.map { ($0.rawValue, $0.japanese) })
    add("給与の差異の行", PayGapRow.everyRow.map { ($0.key, $0.japanese) })
    add("給与の差異の方法", PayGap.Method.allCases.map { ($0.rawValue, $0.japanese) })
    return PublicTable(columns: ["種別", "コード", "名称"], rows: rows)
  }

  /// What was published when.
  static func history(_ material: PublicationMaterial) -> PublicTable {
    PublicTable(
      columns: ["日付", "内容"],
      rows: material.history.map { line in [.value(line.day.iso), .freeText(line.text)] }
    )
  }
}
