internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store

/// 給与システムへの出力: which employer and month, and the file.
struct PayPage: Sendable {
  let employers: [Employer]
  let month: YearMonth
  let today: CivilDate

  var content: PageContent {
    PageContent(
      title: "給与システムへの出力",
      breadcrumbs: [Breadcrumb("超過勤務の申告と命令", OrderPaths.own)],
      lead: lead,
      body: search + files + about
    )
  }

  private var lead: HTML {
    month < today.yearMonth
      ? "\(month.japanese)の超過勤務手当と休日給の時間数を、支給区分ごとにCSVで出力します。" : "\(month.japanese)はまだ終わっていません。途中の値を出力します。"
  }

  private var search: HTML {
    Forms.search(
      action: OrderPaths.pay,
      submit: "月を変える",
      content: Fields.text(
        "month",
        label: "年月",
        need: .unmarked,
        hint: "例：2026-11",
        value: month.iso,
        width: .short
      )
    )
  }

  private var files: HTML {
    guard !employers.isEmpty else {
      return Panels.emptyState("担当する特定事業主がありません", "人事担当として登録されると、ここから出力できます。")
    }
    return Panels.actions(
      employers.map { employer in
        let path = "\(OrderPaths.payFile)?employer=\(employer.id)&month=\(month.iso)"
        return Buttons.link("\(employer.name)のCSVを保存する", to: path, style: .primary)
      }
    )
  }

  private var about: HTML {
    Panels.details(
      "出力の内容",
      body: """
        <p>1行は職員1人の支給区分1つです。支給時間数は、区分ごとの月の合計で30分以上を1時間に、30分未満を0に丸めます。\
        実時間（分）は丸めません。</p>\
        <p>分は暦日に分けます。月の末日の翌0:00以後の勤務は翌月に入ります。月60時間は、暦月の超過勤務を時間の順に数えます（給与法第16条第3項）。</p>\
        <p>管理職の官職にある日の勤務は、手当の対象でないため含みません（給与法第19条の8第2項）。\
        長さだけの申告を含む月は「推定の時間帯」が1です。</p>\
        <p>超勤代休時間を指定した職員には、支給区分の行のほかに「超勤代休時間」の行があります。60時間を超えた時間のうち超勤代休時間に換えた時間と、\
        その時間について支給しない割増しの割合です（給与法第16条第4項）。支給区分の行は減らしていません。</p>
        """
    )
  }
}
