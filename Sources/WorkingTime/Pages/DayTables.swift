internal import CivilTime
internal import Markup
internal import Site

/// How a day's records are drawn, for oneself and for those who may read them.
extension DayRecords {
  var lead: HTML {
    guard let newest = declarations.last else { return "この日の超過勤務の申告はありません。" }
    return "この日の超過勤務は\(newest.length.japanese)と申告しています。"
  }

  /// The clock records; what is said where there are none ends with the remark.
  func punchTable(else remark: String) -> HTML {
    guard !punches.isEmpty else {
      return Panels.emptyState("この日の打刻はありません", "\(remark)")
    }
    return DataTable.draw(
      id: "day-punches",
      caption: "この日の打刻",
      columns: [
        .init("時刻", .rowHeader), .init("区分", .word), .init("方法", .word), .init("記録した時", .word),
        .init("理由・状態", .text),
      ],
      rows: punches.map { punch in
        [
          .text("\(punch.time)"), .text(punch.kind.japanese), .text(punch.source.japanese),
          .text(OfficeZone.dateTimeText(punch.recordedAt)),
          .html(punch.counts ? "\(punch.reason ?? "")" : StatusTag.draw("取り消し済み", tone: .neutral)),
        ]
      },
      narrow: .stacks
    )
  }

  private static func stretches(_ declared: OvertimeDeclaration) -> String {
    guard case .stretches(let worked, _) = declared.amount else { return "－" }
    return worked.japanese
  }

  var overtimeTable: HTML {
    guard !declarations.isEmpty else { return .empty }
    let newest = declarations.count - 1
    return DataTable.draw(
      id: "day-overtime",
      caption: "申告した超過勤務",
      columns: [
        .init("申告した時", .rowHeader), .init("長さ", .number, unit: "時間:分"),
        .init("時間帯", .word), .init("特例業務", .word),
        .init("業務の内容", .text), .init("状態", .word),
      ],
      rows: declarations.enumerated().map { position, declared in
        [
          .text(OfficeZone.dateTimeText(declared.recordedAt)), .text("\(declared.length)"),
          .text(Self.stretches(declared)),
          .text(declared.isSpecial ? "該当" : "－"), .text(declared.reason),
          .html(StatusTag.draw(position == newest ? "有効" : "以前の申告", tone: .neutral)),
        ]
      },
      note: "後から申告し直すと、新しいものが有効になります。以前の申告も残ります。",
      narrow: .stacks
    )
  }
}
