internal import CivilTime
internal import Markup
internal import Site

/// 年次フォローアップ: the report of a fiscal year, to read, print and save.
struct FollowUpPage: Sendable {
  let followUp: FollowUp

  var content: PageContent {
    let outline = FollowUpOutline(followUp: followUp)
    return PageContent(
      title: "\(followUp.year.japanese)の年次フォローアップ",
      breadcrumbs: [Breadcrumb("取組と指標", Paths.home(followUp.year))],
      lead: "\(followUp.summary)\(followUp.asOfSentence)",
      printing: .landscape,
      body: actions + FollowUpHTML.body(outline, leads: .toPages)
    )
  }

  private var actions: HTML {
    Panels.actions([
      Buttons.link("Markdownで保存", to: Paths.reportFile(followUp.year), size: .small),
      Buttons.link(
        "\(before.japanese)のフォローアップ",
        to: Paths.report(before),
        size: .small
      ),
    ])
  }

  private var before: FiscalYear { followUp.year.advanced(by: -1) }
}
