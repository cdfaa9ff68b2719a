/// What people write about overtime beforehand and afterwards.
enum OrderWords {
  static let needs = [
    "期限が明朝のため", "答弁資料の確定が夜になる見込みのため", "関係課との調整が夕方以降になるため", "本日中に回答を求められているため",
    "締切りの前で作業が集中しているため",
  ]
  static let cuts = ["翌日に回せる作業を除いて命令します。", "分担を見直したため、時間を改めます。", "会議の終了が早まる見込みのため。"]
  static let longer = ["追加の照会があったため", "資料の差替えがあったため", "確認に時間を要したため"]
  static let shorter = ["予定より早く終わったため", "一部を翌日に回したため", "作業の分担を受けたため"]
  static let questions = ["どの案件の作業か教えてください。", "翌日に回せなかった理由を教えてください。"]
}
