internal import Access
internal import WorkingTime

/// Where the pages of a day and of units lead: what the family of working time has to offer each role.
enum HoursEntries {
  private static let everybody: AccessRule = .anyOf([.staff])
  private static let unitReaders: AccessRule = .anyOf([.superior, .timeKeeper, .hr])

  static let day = [
    HoursEntry("超過勤務の申告と命令", "/overtime", text: "先に申告し、命令と実績の差を伝えます", allow: everybody),
    HoursEntry("勤務の割振り", "/schedules", text: "早出遅出、フレックスタイム、週休日の振替、テレワーク", allow: everybody),
    HoursEntry("在庁時間と申告の差", "/presence", text: "端末の記録と申告が違う日に、理由を一つ選びます", allow: everybody),
    HoursEntry("月次の確定", "/closing", text: "前の月を確かめて確認します", allow: everybody),
    HoursEntry("超過勤務の上限と休息", "/limits", text: "部署の指定、面接指導、育児や介護の制限", allow: everybody),
  ]

  static let units = [
    HoursEntry("承認箱", "/overtime/approvals", text: "超過勤務の申告と事後の確認", allow: .anyOf([.superior])),
    HoursEntry("超過勤務手当の予算", "/overtime/budgets", text: "予算、支給、申告を比べます", allow: .anyOf([.superior, .hr])),
    HoursEntry("手当の支給区分", "/overtime/pay", text: "給与のためのファイル", allow: .anyOf([.hr])),
    HoursEntry("修正の申出", "/overtime/changes", text: "本人以外が申し出た修正と異議", allow: .anyOf([.hr])),
    HoursEntry("組織の割振り", "/schedules/units", text: "申出への回答、振替、テレワーク", allow: unitReaders),
    HoursEntry("割振りの定め", "/schedules/rules", text: "標準の勤務時間、早出遅出の型、フレックスタイム", allow: .anyOf([.hr])),
    HoursEntry("在庁時間と申告の差", "/presence/units", text: "理由のない日と、端末の記録", allow: unitReaders),
    HoursEntry("PC記録の取込", "/presence/logs", text: "取り込んだファイルと、読めなかった行", allow: .anyOf([.hr])),
    HoursEntry("差の基準", "/presence/settings", text: "何分の差から理由を求めるか", allow: .anyOf([.hr])),
    HoursEntry("申告の傾向", "/presence/patterns", text: "確かめたい傾向と、確かめた結果", allow: .anyOf([.hr])),
    HoursEntry("月次の確定", "/closing", text: "点検と確定、滞っている段階", allow: unitReaders),
    HoursEntry("超過勤務の上限と休息", "/limits", text: "台帳、要因の分析、面接指導、インターバル", allow: unitReaders),
  ]
}
