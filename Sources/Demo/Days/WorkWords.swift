/// What declared work is said to be.
enum WorkWords {
  static let special = "災害応急対応"

  static func words(_ season: GroupPlan.Season, _ place: GroupPlan.Place) -> [String] {
    switch (place, season) {
    case (.region, _): ["許認可審査", "窓口・相談対応", "検査結果の取りまとめ", "会議準備", "文書整理"]
    case (.disasterResponse, _): ["国会対応", "法令協議", "訓練の準備", "通知の作成", "調査の取りまとめ"]
    case (.headquarters, .diet): ["国会対応", "法令協議", "審議会の準備", "照会への回答", "決裁資料の作成"]
    case (.headquarters, .budget): ["予算折衝", "国会対応", "地方財政計画の作業", "照会への回答", "試算の作成"]
    case (.headquarters, .steady): ["調査の取りまとめ", "公表資料の作成", "会議準備", "照会への回答", "契約手続"]
    }
  }
}
