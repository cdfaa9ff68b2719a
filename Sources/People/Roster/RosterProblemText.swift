internal import CivilTime

extension RosterProblem {
  /// What is wrong, in a sentence.
  public var reason: String {
    switch self {
    case .emptyFile: "ファイルに行がありません。"
    case .malformed(let detail): "CSVとして読めません。\(detail)"
    case .missingColumn: "必要な列がありません。"
    case .repeatedColumn: "同じ列が2回あります。"
    case .unknownColumn: "この名前の列は名簿にありません。読み飛ばしました。"
    case .rowTooWide(let cells, let columns): "見出しは\(columns)列ですが、この行は\(cells)列あります。"
    case .rowTooNarrow(let cells, let columns): "見出しは\(columns)列ですが、この行は\(cells)列しかありません。"
    case .replacedCharacter: "読めない文字があり、「〓」に置き換えました。"
    case .controlCharacter: "改行などの制御文字が入っています。"
    case .emptyCell: "値がありません。"
    case .tooLong(let limit): "\(limit)文字を超えています。"
    case .unknownWord: "使えない語です。"
    case .noSuchDate: "日付として読めないか、暦にない日です。"
    case .emptyUnitName: "所属の区切りの間に名前がありません。"
    case .endBeforeStart: "発令終了日が発令日より前です。"
    case .leftBeforeHired: "退職日が採用日より前です。"
    case .assignedOutsideService: "発令日が在職期間（採用日から退職日まで）の外です。"
    case .twoPrimaryPosts(let row): "\(row)行目と、本務の期間が重なっています。"
    case .differentPerson(let row): "\(row)行目と職員番号が同じですが、氏名が違います。"
    case .contradictsRow(let row): "\(row)行目と値が違います。"
    case .repeatedRow(let row): "\(row)行目と同じ発令です。"
    case .unknownEmployer: "この特定事業主コードは登録されていません。"
    case .dissolvedUnit(let lastDay): "この組織は\(lastDay.japaneseShort)を最後に、この名前ではなくなっています。"
    case .overlapsStoredPost(let from): "登録済みの\(from.japaneseShort)からの本務と期間が重なります。"
    case .keptFurtherPost(let kind, let from):
      "登録済みの\(from.japaneseShort)からの\(kind.japanese)が、この名簿にありません。終わらせずに残します。"
    }
  }

  /// What to do about it, in a sentence.
  public var remedy: String {
    switch self {
    case .emptyFile: "1行目に見出し、2行目から職員を入れてください。"
    case .malformed: "表計算ソフトで開き、CSV形式で保存し直してください。"
    case .missingColumn: "見出しの行に、この列を加えてください。"
    case .repeatedColumn: "どちらかの列を消してください。"
    case .unknownColumn: "必要な列なら、見出しの名前を直してください。"
    case .rowTooWide: "余分な区切りを消すか、値を「\"」で囲んでください。"
    case .rowTooNarrow: "足りない列を補ってください。"
    case .replacedCharacter: "UTF-8で保存し直すか、取り込んだ後に画面で直してください。"
    case .controlCharacter: "セルの中の改行などを消してください。"
    case .emptyCell: "値を入れてください。"
    case .tooLong(let limit): "\(limit)文字以内にしてください。"
    case .unknownWord(let allowed): "次のどれかにしてください：\(allowed.joined(separator: "、"))"
    case .noSuchDate: "2026-04-01、R8.4.1、令和8年4月1日のように書いてください。"
    case .emptyUnitName: "「大臣官房／秘書課」のように書いてください。"
    case .endBeforeStart: "発令日か発令終了日を直してください。"
    case .leftBeforeHired: "採用日か退職日を直してください。"
    case .assignedOutsideService: "発令日、採用日、退職日のどれかを直してください。"
    case .twoPrimaryPosts: "前の本務に発令終了日を入れるか、一方を併任にしてください。"
    case .differentPerson: "別の人なら職員番号を、同じ人なら氏名をそろえてください。"
    case .contradictsRow: "どちらかに値をそろえてください。"
    case .repeatedRow: "どちらかの行を消してください。"
    case .unknownEmployer: "コードを直すか、「特定事業主」の列に名前を入れてください。"
    case .dissolvedUnit: "発令日の時点の所属を書いてください。"
    case .overlapsStoredPost: "発令終了日を入れるか、登録済みの発令を名簿に加えてください。"
    case .keptFurtherPost: "終わった発令なら、その行を発令終了日とともに名簿に加えてください。"
    }
  }
}
