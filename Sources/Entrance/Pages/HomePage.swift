internal import Access
internal import Markup
internal import Site

/// ホーム: what this person can do here, by role.
struct HomePage: Sendable {
  let actor: Actor
  /// What waits for the person, from other capabilities.
  let waiting: [Panels.Entry]

  var content: PageContent {
    let roles = Role.allCases.filter { actor.has($0) }.map(\.japanese).joined(separator: "・")
    return PageContent(
      title: "ホーム",
      lead: "あなたは\(actor.unitName.utf8.isEmpty ? "" : "\(actor.unitName)の")\(roles)として表示しています。",
      body: Panels.entries(waiting + entries)
    )
  }

  private var entries: [Panels.Entry] {
    var entries: [Panels.Entry] = []
    if actor.has(.staff) {
      entries.append(.init("今日の勤務", to: "/working-time", text: "出勤・退勤を記録する、今月の勤務表を見る"))
    }
    if actor.has(.superior) || actor.has(.timeKeeper) || actor.has(.hr) {
      entries.append(.init("組織の勤務時間", to: "/working-time/units", text: "職員ごとの超過勤務と、上限の判定を見る"))
    }
    if actor.has(.staff) {
      entries.append(.init("取組と指標", to: "/plan", text: "取組計画の進み具合と、記録から計算した指標を見る"))
      entries.append(.init("職員・組織", to: "/directory", text: "職員や組織を探す"))
    }
    if actor.has(.auditor) {
      entries.append(.init("記録の監査", to: "/journal", text: "誰がいつ何をしたか、記録が改ざんされていないかを確かめる"))
    }
    if actor.has(.administrator) {
      entries.append(.init("システムの状態", to: "/administration", text: "個人の情報は表示しません"))
    }
    return entries
  }
}
