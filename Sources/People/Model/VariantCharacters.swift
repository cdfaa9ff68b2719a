/// 異体字 – characters of names that people look up by a more common form.
enum VariantCharacters {
  /// The common form of each variant.
  static let common: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for group in groups {
      let scalars = Array(group.unicodeScalars)
      guard let form = scalars.first else { continue }
      for variant in scalars.dropFirst() { table[variant] = form }
    }
    return table
  }()

  /// The common form first, then its variants.
  ///
  /// Search may find too much, never too little.
  private static let groups: [String] = [
    "高髙", "崎﨑嵜碕", "浜濱濵", "辺邊邉", "斉齊斎齋齎", "沢澤", "広廣", "桜櫻", "島嶋嶌", "徳德", "国國圀",
    "真眞", "恵惠", "渕淵渊", "吉𠮷", "富冨", "槙槇", "栄榮", "関關", "竜龍", "滝瀧", "条條", "実實", "寿壽",
    "学學", "円圓", "万萬", "与與", "亜亞", "来來", "児兒", "剣劍劔", "労勞", "医醫", "参參", "双雙", "声聲",
    "寛寬", "将將", "専專", "尭堯", "峰峯", "巌巖", "市巿", "応應", "戸戶", "拡擴", "晃晄", "暁曉",
    "柳栁", "桧檜", "梅楳", "横橫", "歩步", "歳歲", "毎每", "浅淺", "浄淨", "済濟", "渓溪", "満滿",
    "瀬瀨", "焼燒", "瑶瑤", "畑畠", "県縣", "礼禮", "秋穐", "穂穗", "穣穰", "藤籐", "糸絲", "経經",
    "緑綠", "総總", "船舩", "芦蘆", "荘莊", "薫薰", "蔵藏", "虎乕", "蛍螢", "観觀", "角⻆", "豊豐",
    "郎郞", "鉄鐵", "鎌鐮", "青靑", "静靜", "黒黑", "鶴靏靎", "頼賴", "館舘", "雄䧺",
    "塚\u{FA10}", "晴\u{FA12}", "熙凞\u{7155}", "神\u{FA19}", "祥\u{FA1A}", "福\u{FA1B}", "靖\u{FA1C}",
    "精\u{FA1D}", "羽\u{FA1E}", "諸\u{FA22}", "都\u{FA26}", "飯\u{FA2A}", "飼\u{FA2B}", "鶴\u{FA2D}",
    "朗\u{F929}", "隆\u{F9DC}", "逸\u{FA25}", "猪\u{FA16}", "益\u{FA17}", "礼\u{FA18}",
  ]
}
