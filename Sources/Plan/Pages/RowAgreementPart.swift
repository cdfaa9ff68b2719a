internal import CivilTime
internal import Indicators
internal import Markup
internal import Site

/// Says whether the rows come to the stored figure, and where they no longer do.
struct RowAgreementPart {
  let counted: CountedRows
  let listing: RowListing

  private var agreement: RowAgreement { counted.agreement }

  var notices: HTML { method + changes + reach }

  private var method: HTML {
    guard agreement.isOtherMethod else { return .empty }
    return Panels.notice(
      .warning,
      "数え方が変わりました",
      body: "<p>保存した数値は、前の方法（第\(counted.stored.methodVersion)版）で数えたものです。この一覧は今の方法で数えています。</p>"
    )
  }

  private var changes: HTML {
    guard agreement.hasChanged else { return .empty }
    let title = "数値を計算した後に、記録が変わっています"
    let computed = OfficeZone.dateTimeText(counted.stored.computedAt)
    let text: HTML = "<p>\(computed)に計算した数値と、今の記録から数えたこの一覧は一致しません。次の計算で数値も変わります。</p>"
    guard !agreement.differences.isEmpty else { return Panels.notice(.warning, title, body: text) }
    return Panels.notice(.warning, title, body: text) + table
  }

  private var table: HTML {
    let words = RowWords(counted: counted)
    return DataTable.draw(
      id: "differences",
      caption: "計算の後に変わったところ",
      columns: [
        .init("特定事業主・組織", .rowHeader), .init("保存した数値（分子／分母）", .number), .init("今の記録（分子／分母）", .number),
      ],
      rows: agreement.differences.map { difference in
        [
          .text(words.place(difference)), .text(RowWords.parts(difference.stored)),
          .text(RowWords.parts(difference.counted)),
        ]
      }
    )
  }

  /// Of whom the reader sees rows, so that nobody takes a part for the whole.
  private var reach: HTML {
    guard let stored = agreement.stored else {
      return Panels.notice(
        .information,
        "あなたの組織の分だけを表示しています",
        body: "<p>\(ownPart)公表や報告の数値とは、数が違います。</p>"
      )
    }
    let whose = agreement.isWhole ? "全体" : "あなたが担当する特定事業主"
    let sum: HTML = "<p>\(whose)の保存した数値は、分子／分母が\(RowWords.parts(stored))です。</p>"
    guard !agreement.hasChanged || agreement.differences.isEmpty else { return sum }
    return Panels.notice(.information, "この一覧の合計は、保存した数値と一致しています", body: sum)
  }

  private var ownPart: String {
    switch listing.audience {
    case .duties: "あなたが長である組織と、その下の組織が担当する分です。"
    case .personnelRecord, .workingTime: "今、あなたの組織とその下の組織にいる職員の分です。異動や退職で離れた職員は入りません。"
    }
  }
}
