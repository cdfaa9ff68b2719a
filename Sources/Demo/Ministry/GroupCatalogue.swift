internal import People

/// The groups of the made-up ministry, the most needed first: a small ministry has only the first of them.
enum GroupCatalogue {
  static let groups = core + bureaus + regions

  private static let core = [
    headquarters(
      "大臣官房",
      kind: .secretariat,
      head: "官房長",
      season: .diet,
      weight: 420,
      ["秘書課", "総務課", "会計課", "企画課", "政策評価広報課"]
    ),
    headquarters(
      "自治財政局",
      head: "局長",
      season: .budget,
      weight: 190,
      ["財政課", "調整課", "交付税課", "地方債課", "公営企業課", "財務調査課"]
    ),
    GroupPlan(
      employer: .commission,
      name: "事務局",
      kind: .commissionSecretariat,
      headTitle: "事務局長",
      place: .headquarters,
      season: .steady,
      weight: 40,
      divisions: ["総務課", "調査課"],
      technicalPermille: 80
    ),
    GroupPlan(
      employer: .agency,
      name: "消防庁",
      kind: .agency,
      headTitle: "長官",
      place: .disasterResponse,
      season: .diet,
      weight: 190,
      divisions: ["総務課", "消防・救急課", "予防課", "防災課", "国民保護課", "応急対策課", "参事官室"],
      technicalPermille: 250
    ),
  ]

  private static let bureaus = [
    headquarters(
      "情報流通行政局",
      head: "局長",
      season: .diet,
      weight: 300,
      technical: 320,
      [
        "総務課", "情報通信政策課", "情報流通振興課", "情報通信作品振興課", "地域通信振興課", "放送政策課", "放送技術課", "地上放送課", "衛星・地域放送課",
        "郵政行政部企画課",
      ]
    ),
    headquarters(
      "総合通信基盤局",
      head: "局長",
      season: .diet,
      weight: 290,
      technical: 420,
      ["総務課", "事業政策課", "料金サービス課", "データ通信課", "電気通信技術システム課", "利用環境課", "電波政策課", "基幹・衛星移動通信課", "移動通信課", "電波環境課"]
    ),
    headquarters(
      "行政評価局",
      head: "局長",
      season: .steady,
      weight: 190,
      ["総務課", "企画課", "政策評価課", "行政相談企画課", "評価監視官室"]
    ),
    headquarters(
      "自治行政局",
      head: "局長",
      season: .diet,
      weight: 230,
      ["行政課", "住民制度課", "市町村課", "地域政策課", "地域自立応援課", "公務員課", "福利課", "選挙課", "管理課", "政治資金課"]
    ),
    headquarters(
      "自治税務局",
      head: "局長",
      season: .budget,
      weight: 100,
      ["企画課", "都道府県税課", "市町村税課", "固定資産税課"]
    ),
    headquarters(
      "国際戦略局",
      head: "局長",
      season: .steady,
      weight: 150,
      technical: 380,
      ["国際戦略課", "技術政策課", "通信規格課", "宇宙通信政策課", "国際展開課", "国際経済課", "国際協力課"]
    ),
    headquarters(
      "行政管理局",
      head: "局長",
      season: .steady,
      weight: 110,
      ["企画調整課", "調査法制課", "管理官室", "公共サービス改革推進室"]
    ),
    headquarters(
      "統計局",
      head: "局長",
      season: .steady,
      weight: 330,
      technical: 180,
      ["総務課", "事業所情報管理課", "統計情報利用推進課", "情報システム管理官室", "国勢統計課", "労働力人口統計課", "経済統計課", "消費統計課", "物価統計室"]
    ),
    headquarters(
      "サイバーセキュリティ統括官",
      kind: .other,
      head: "統括官",
      season: .diet,
      weight: 50,
      technical: 520,
      ["統括官室", "参事官室"]
    ),
    headquarters(
      "統計研究研修所",
      kind: .institution,
      head: "所長",
      season: .steady,
      weight: 30,
      ["管理課", "研究開発課"]
    ),
    headquarters(
      "自治大学校",
      kind: .institution,
      head: "校長",
      season: .steady,
      weight: 30,
      ["庶務課", "教務部"]
    ),
  ]

  private static let regions = communications + evaluation

  private static let communications: [GroupPlan] = [
    ("関東総合通信局", 230), ("近畿総合通信局", 150), ("九州総合通信局", 140), ("東海総合通信局", 110),
    ("北海道総合通信局", 100), ("東北総合通信局", 100), ("中国総合通信局", 95), ("信越総合通信局", 75),
    ("四国総合通信局", 75), ("北陸総合通信局", 65), ("沖縄総合通信事務所", 45),
  ].map { name, weight in
    let divisions = [
      "総務課", "企画調整課", "電波利用課", "監視課", "放送課", "情報通信振興課", "電気通信事業課", "財務課", "航空海上課", "陸上課",
      "調査課",
    ]
    return region(name, head: "局長", weight: weight, technical: 420, divisions)
  }

  private static let evaluation: [GroupPlan] = [
    ("関東管区行政評価局", 150), ("近畿管区行政評価局", 110), ("九州管区行政評価局", 95), ("中部管区行政評価局", 90),
    ("東北管区行政評価局", 80), ("中国四国管区行政評価局", 80), ("北海道管区行政評価局", 60),
  ].map { name, weight in
    region(
      name,
      head: "局長",
      weight: weight,
      technical: 40,
      ["総務課", "地域総括課", "評価監視課", "行政相談課", "首席評価監視官室", "情報公開課"]
    )
  }

  private static func headquarters(
    _ name: String,
    kind: UnitKind = .bureau,
    head: String,
    season: GroupPlan.Season,
    weight: Int,
    technical: Int = 60,
    _ divisions: [String]
  ) -> GroupPlan {
    GroupPlan(
      employer: .ministry,
      name: name,
      kind: kind,
      headTitle: head,
      place: .headquarters,
      season: season,
      weight: weight,
      divisions: divisions,
      technicalPermille: technical
    )
  }

  private static func region(
    _ name: String,
    head: String,
    weight: Int,
    technical: Int,
    _ divisions: [String]
  ) -> GroupPlan {
    GroupPlan(
      employer: .ministry,
      name: name,
      kind: .regionalBureau,
      headTitle: head,
      place: .region,
      season: .steady,
      weight: weight,
      divisions: divisions,
      technicalPermille: technical
    )
  }
}
