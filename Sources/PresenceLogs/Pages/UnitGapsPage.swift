internal import CivilTime
internal import Markup
internal import People
internal import Site

/// 組織の在庁と申告の差: people by weeks or days, and the list of gaps.
struct UnitGapsPage: Sendable {
  let shown: UnitGaps
  let asked: BoardAsked

  /// How many gaps the page lists; the file holds all.
  private static let most = 300

  private typealias Entry = (person: PresencePerson, day: DayPresence)

  private var gaps: [Entry] {
    shown.lines.flatMap { line in line.days.map { (line.person, $0) } }.filter { entry in
      asked.isOpenOnly ? entry.day.status.isOpen : entry.day.status != .none
    }
  }

  var content: PageContent {
    let open = shown.lines.map { line in line.days.count { $0.status.isOpen } }
    let sum = open.reduce(0, +)
    let people = open.count { $0 > 0 }
    return PageContent(
      title: "\(shown.unit.name) \(asked.month.japanese)の在庁と申告の差",
      breadcrumbs: [Breadcrumb("組織の在庁と申告の差", PresencePaths.units)],
      lead: sum == 0 ? "理由を待っている差はありません。" : "理由を待っている差が\(sum)件（\(people)人）あります。",
      printing: .landscape,
      body: """
        \(ways)\(stats(open: sum))\(GapBoard(shown: shown, asked: asked).table)\
        \(Panels.section(asked.isOpenOnly ? "理由を待っている差" : "差の一覧", id: "gaps", body: list))\
        <p class="hint">\(DayParts.note)</p>
        """
    )
  }

  private var ways: HTML {
    let path = { (other: BoardAsked) in PresencePaths.unit(shown.unit.id, other) }
    let month = { (step: Int) in
      path(
        BoardAsked(month: asked.month.adding(months: step), span: asked.span, isOpenOnly: asked.isOpenOnly)
      )
    }
    let span: BoardAsked.Span = asked.span == .weeks ? .days : .weeks
    let other = BoardAsked(month: asked.month, span: span, isOpenOnly: asked.isOpenOnly)
    let filter = BoardAsked(month: asked.month, span: asked.span, isOpenOnly: !asked.isOpenOnly)
    return Panels.actions([
      Buttons.link("前の月", to: month(-1), size: .small), Buttons.link("次の月", to: month(1), size: .small),
      Buttons.link(span == .days ? "日ごとに見る" : "週ごとに見る", to: path(other), size: .small),
      Buttons.link(asked.isOpenOnly ? "理由のある差も見る" : "理由なしだけ見る", to: path(filter), size: .small),
      Buttons.link("CSVで保存", to: PresencePaths.unitFile(shown.unit.id, asked), size: .small),
    ])
  }

  private func stats(open: Int) -> HTML {
    let days = shown.lines.flatMap(\.days)
    let without = shown.lines.count { line in
      !line.days.isEmpty && line.days.allSatisfy { $0.log == .notCovered }
    }
    let doubtful = days.count { if case .doubtful = $0.log { true } else { false } }
    return Panels.stats([
      .init("理由を待っている差", value: "\(open)", unit: "件"),
      .init("差のある日", value: "\(days.count { $0.status != .none })", unit: "件"),
      .init("PCの記録が届いていない人", value: "\(without)", unit: "人"),
      .init("時計を疑って使わない日", value: "\(doubtful)", unit: "件"),
    ])
  }

  private var list: HTML {
    let all = gaps
    guard !all.isEmpty else {
      return Panels.emptyState("差はありません", "在庁時間が申告より長く、理由を確かめる日があると、ここに表示します。")
    }
    let rest: HTML = all.count > Self.most ? "初めの\(Self.most)件を表示しています。全\(all.count)件はCSVにあります。" : .empty
    return DataTable.draw(
      id: "gap-list",
      caption: "在庁と申告の差",
      columns: [
        .init("氏名と日", .rowHeader), .init("在庁", .text), .init("正規の外", .number), .init("申告", .number),
        .init("差", .number), .init("状態", .word), .init("説明", .text),
      ],
      rows: all.prefix(Self.most).map(row),
      note: rest,
      narrow: .stacks
    )
  }

  private func row(_ entry: Entry) -> DataTable.Row {
    let day = entry.day
    return DataTable.Row(
      [
        .link(
          "\(entry.person.name) \(day.date.japaneseShort)",
          to: PresencePaths.day(day.date, of: entry.person.id)
        ),
        .text(DayParts.stretches(day.stretches)), .text("\(day.outside ?? .zero)"),
        day.claimed.map { .text("\($0)") } ?? .none, .text("\(day.gap ?? .zero)"),
        .html(DayParts(day: day).tag),
        .text(day.reason?.words ?? ""),
      ],
      tone: day.status.isOpen ? .attention : .plain
    )
  }
}

/// The heat table of a gap board.
struct GapBoard: Sendable {
  let shown: UnitGaps
  let asked: BoardAsked

  var table: HTML {
    let parts = spans
    let isWeekly = asked.span == .weeks
    return HeatTable.draw(
      id: "gap-board",
      caption: isWeekly ? "理由を待っている差の件数" : "差の長さ",
      heading: "氏名",
      columns: parts.map(title) + ["計"],
      unit: isWeekly ? "件" : "時間:分",
      steps: isWeekly
        ? [.init(.early, "1件"), .init(.raised, "2件"), .init(.high, "3件以上")]
        : [.init(.early, "理由あり"), .init(.high, "理由なし")],
      rows: shown.lines.map { line in
        let open = line.days.count { $0.status.isOpen }
        return HeatTable.Row(
          line.person.name,
          to: nil,
          cells: parts.map { isWeekly ? count(line, $0) : length(line, $0.lowerBound) } + [.total("\(open)")]
        )
      },
      note: "「計」は、この月に理由を待っている差の件数です。"
    )
  }

  /// The days of the month one by one, or by weeks from Monday.
  private var spans: [ClosedRange<CivilDate>] {
    let days = asked.month.days
    switch asked.span {
    case .days: return days.map { $0...$0 }
    case .weeks:
      return days.reduce(into: []) { weeks, day in
        if let last = weeks.last, day.weekday != .monday {
          weeks[weeks.count - 1] = last.lowerBound...day
        } else {
          weeks.append(day...day)
        }
      }
    }
  }

  private func title(_ span: ClosedRange<CivilDate>) -> String {
    span.lowerBound == span.upperBound
      ? "\(span.lowerBound.day)日" : "\(span.lowerBound.day)〜\(span.upperBound.day)日"
  }

  private func count(_ line: UnitGaps.Line, _ span: ClosedRange<CivilDate>) -> HeatTable.Cell {
    let days = line.days.filter { span.contains($0.date) }
    guard !days.isEmpty else { return .none }
    let open = days.count { $0.status.isOpen }
    let levels: [HeatTable.Level] = [.none, .early, .raised, .high]
    return .value("\(open)", levels[min(open, 3)])
  }

  private func length(_ line: UnitGaps.Line, _ date: CivilDate) -> HeatTable.Cell {
    guard let day = line.days.first(where: { $0.date == date }), day.status != .none, let gap = day.gap
    else { return .none }
    return .value("\(gap)", day.status.isOpen ? .high : .early)
  }
}
