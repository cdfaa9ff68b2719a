internal import Markup
internal import People
internal import Site
internal import Store

/// The desk by those who owe: units, offices, people.
extension DeskPage {
  /// The units by the name of the one at the top, in the order of the chart.
  private var bureaus: [(name: String, units: [DeskUnit])] {
    sheet.units.reduce(into: []) { groups, unit in
      let name = String(String.UnicodeScalarView(unit.path.unicodeScalars.prefix { $0 != "／" }))
      if groups.last?.name.utf8.elementsEqual(name.utf8) == true {
        groups[groups.count - 1].units.append(unit)
      } else {
        groups.append((name: name, units: [unit]))
      }
    }
  }

  private typealias DeskUnit = (unit: RecordID<OrganizationUnit>, path: String, waiting: Waiting)

  var units: HTML {
    guard !sheet.units.isEmpty else { return .empty }
    let folds = bureaus.enumerated().map { place, bureau in
      Panels.fold(
        bureau.name,
        sum: late(bureau.units.reduce(0) { $0 + $1.waiting.overdue }),
        body: unitTable("desk-units-\(place)", bureau.name, bureau.units)
      )
    }
    return Panels.section("組織ごと", body: HTML(folds))
  }

  private func unitTable(_ id: String, _ name: String, _ units: [DeskUnit]) -> HTML {
    DataTable.draw(
      id: id,
      caption: "\(name)の組織（建制順）",
      columns: [
        .init("組織", .rowHeader), .init("期限超過", .number, unit: "件"), .init("30日以内", .number, unit: "件"),
        .init("未了", .number, unit: "件"), .init("次の期限", .word), .init("催促", .word),
      ],
      rows: units.map { unit in
        DataTable.Row(
          [.link(unit.path, to: "/duties/units/\(unit.unit)")] + counts(unit.waiting)
            + [reminder("unit", "\(unit.unit)", unit.waiting)],
          tone: unit.waiting.overdue > 0 ? .attention : .plain
        )
      },
      density: .dense,
      narrow: .stacks
    )
  }

  /// Those who owe as an office or about themselves.
  var others: HTML {
    let offices = Panels.fold(
      "人事担当・事務局・委員会など",
      sum: late(sheet.offices.reduce(0) { $0 + $1.waiting.overdue }),
      body: owners("desk-offices", "人事担当・事務局・委員会などの義務", sheet.offices, note: .empty)
    )
    return Panels.section("そのほかの担当", body: offices + people)
  }

  private var people: HTML {
    guard !sheet.people.isEmpty else { return .empty }
    let more = sheet.latePeople - sheet.people.count
    return Panels.fold(
      "自分について担う職員のうち期限を過ぎた人",
      sum: "<span>\(FigureText.grouped(sheet.latePeople))人</span>",
      body: owners(
        "desk-people",
        "期限を過ぎた人（期限の早い順）",
        sheet.people,
        note: more > 0 ? "ほか\(FigureText.grouped(more))人はCSVにあります。" : .empty
      )
    )
  }

  private func owners(_ id: String, _ caption: String, _ rows: [OwnerWaiting], note: HTML) -> HTML {
    DataTable.draw(
      id: id,
      caption: caption,
      columns: [
        .init("担当", .rowHeader), .init("期限超過", .number, unit: "件"), .init("30日以内", .number, unit: "件"),
        .init("未了", .number, unit: "件"), .init("次の期限", .word),
      ],
      rows: rows.map { row in
        DataTable.Row([.text(sheet.names[row.owner] ?? "")] + counts(row.waiting))
      },
      note: note,
      density: .dense,
      narrow: .stacks
    )
  }
}
