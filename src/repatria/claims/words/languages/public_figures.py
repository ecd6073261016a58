"""People who speak for a state or an organisation, by name: `value: names` in each language."""

ENGLISH = """
PSE|Qassam Brigades|person: qassam brigades, al - qassam brigades, hamas 's armed wing, armed wing of hamas
PSE|prisoners' office|person: prisoners ' media office, palestinian prisoners ' society, prisoners ' affairs office
ISR|prime minister's office|person: prime minister 's office in jerusalem, israeli prime minister 's office
HOUTHI|prisoners' committee|person: al - murtada, abdulqader al - murtada, abdul qader al - murtada
HOUTHI|prisoners' committee|person: houthi prisoners ' committee, houthi prisoner committee
YEM-GOV|government delegation|person: majed fadhael, majed fadail, government in aden, aden government
SAU|coalition|person: saudi - led coalition, the coalition
RUS|security service|person: fsb
UKR|Sybiha|person: sybiha, andrii sybiha
UKR|Umerov|person: umerov, rustem umerov
UKR|Tymoshenko|person: tymoshenko, kyrylo tymoshenko
UKR|Podolyak|person: podolyak, mykhailo podolyak
UKR|Kuleba|person: kuleba, dmytro kuleba
UKR|Reznikov|person: reznikov, oleksii reznikov
UKR|Svyrydenko|person: svyrydenko, yulia svyrydenko
UKR|Yatsenko|person: yatsenko, petro yatsenko
UKR|Denisova|person: denisova, lyudmyla denisova, liudmyla denisova
UKR|Arakhamia|person: arakhamia, davyd arakhamia
UKR|Syrskyi|person: syrskyi, oleksandr syrskyi
RUS|Lavrov|person: lavrov, sergei lavrov, sergey lavrov
RUS|Belousov|person: belousov, andrei belousov
RUS|Shoigu|person: shoigu, sergei shoigu
RUS|Zakharova|person: zakharova, maria zakharova
RUS|Ushakov|person: ushakov, yuri ushakov
RUS|Dmitriev|person: dmitriev, kirill dmitriev
USA|Biden|person: biden, joe biden, president biden
USA|Rubio|person: rubio, marco rubio
USA|Kellogg|person: kellogg, keith kellogg
USA|Blinken|person: blinken, antony blinken
TUR|Fidan|person: fidan, hakan fidan
UN|Guterres|person: guterres, antonio guterres
UN|Griffiths|person: griffiths, martin griffiths
ISR|Netanyahu|person: netanyahu, benjamin netanyahu
UKR|deputy head of office|person: deputy head of the presidential office, deputy head of the president 's office
UKR|deputy head of office|person: deputy head of the office of the president
"""

UKRAINIAN = """
PSE|Qassam Brigades|person: бригад* аль - кассам, бригад* кассам
RUS|security service|person: фсб
SAU|coalition|person: коаліці* на чолі з саудівською аравією
UKR|Sybiha|person: сибіг*, андрій сибіга
UKR|Umerov|person: умєров*, рустем умєров
UKR|Tymoshenko|person: тимошенк*, кирило тимошенко
UKR|Podolyak|person: подоляк*, михайло подоляк
UKR|Kuleba|person: кулеб*, дмитро кулеба
UKR|Reznikov|person: резніков*
UKR|Svyrydenko|person: свириденк*, юлія свириденко
UKR|Yatsenko|person: яценк*, петро яценко
UKR|Denisova|person: денісов*, людмила денісова
UKR|Arakhamia|person: арахамі*, давид арахамія
UKR|Syrskyi|person: сирськ*
RUS|Lavrov|person: лавров*, сергій лавров
RUS|Belousov|person: бєлоусов*, білоусов*
RUS|Shoigu|person: шойгу
RUS|Zakharova|person: захаров*, марія захарова
RUS|Ushakov|person: ушаков*, юрій ушаков
RUS|Dmitriev|person: дмитрієв*, кирило дмитрієв, кирил дмитрієв
USA|Biden|person: байден*, джо байден
USA|Rubio|person: рубіо, марко рубіо
USA|Kellogg|person: келлог*
USA|Blinken|person: блінкен*
TUR|Fidan|person: фідан*, хакан фідан
UN|Guterres|person: гутерріш*, гутерреш*
UN|Griffiths|person: гріффітс*, мартін гріффітс
ISR|Netanyahu|person: нетаньяху, нетаньягу
UKR|deputy head of office|person: заступник* керівника офісу президента, заступни* голови офісу президента
UKR|deputy premier|person: віцепрем'єр*, віце-прем'єр*
"""

RUSSIAN = """
PSE|Qassam Brigades|person: бригад* аль - кассам, бригад* кассам
RUS|security service|person: фсб
SAU|coalition|person: коалици* во главе с саудовской аравией
UKR|Sybiha|person: сибиг*, андрей сибига
UKR|Umerov|person: умеров*, рустем умеров
UKR|Tymoshenko|person: тимошенко, кирилл тимошенко
UKR|Podolyak|person: подоляк*, михаил подоляк
UKR|Kuleba|person: кулеб*, дмитрий кулеба
UKR|Reznikov|person: резников*
UKR|Svyrydenko|person: свириденк*, юлия свириденко
UKR|Yatsenko|person: яценк*, петр яценко
UKR|Denisova|person: денисов*, людмила денисова
UKR|Arakhamia|person: арахами*, давид арахамия
UKR|Syrskyi|person: сырск*
RUS|Lavrov|person: лавров*, сергей лавров
RUS|Belousov|person: белоусов*
RUS|Shoigu|person: шойгу
RUS|Zakharova|person: захаров*, мария захарова
RUS|Ushakov|person: ушаков*, юрий ушаков
RUS|Dmitriev|person: дмитриев*, кирилл дмитриев
USA|Biden|person: байден*, джо байден
USA|Rubio|person: рубио, марко рубио
USA|Kellogg|person: келлог*
USA|Blinken|person: блинкен*
TUR|Fidan|person: фидан*, хакан фидан
UN|Guterres|person: гутерриш*, гутерреш*
UN|Griffiths|person: гриффитс*, мартин гриффитс
ISR|Netanyahu|person: нетаньяху
UKR|deputy head of office|person: заместител* главы офиса президента, заместител* руководителя офиса президента
UKR|deputy head of office|person: замглавы офиса президента
"""

ARABIC = """
PSE|Qassam Brigades|person: كتائب القسام, كتائب عز الدين القسام, القسام
PSE|prisoners' office|person: مكتب إعلام الأسرى, نادي الأسير, نادي الأسير الفلسطيني, هيئة شؤون الأسرى
ISR|prime minister's office|person: مكتب رئيس الوزراء الإسرائيلي
HOUTHI|prisoners' committee|person: المرتضى, عبد القادر المرتضى, لجنة شؤون الأسرى الحوثية
YEM-GOV|government delegation|person: ماجد فضائل
SAU|coalition|person: التحالف, تحالف دعم الشرعية, التحالف بقيادة السعودية
RUS|security service|person: جهاز الأمن الفيدرالي
UKR|Sybiha|person: سيبيها, أندريه سيبيها
UKR|Umerov|person: أوميروف, عمروف, رستم عمروف
UKR|Tymoshenko|person: تيموشينكو, كيريلو تيموشينكو
UKR|Podolyak|person: بودولياك, ميخايلو بودولياك
UKR|Kuleba|person: كوليبا, دميترو كوليبا
UKR|Reznikov|person: ريزنيكوف
UKR|Svyrydenko|person: سفيريدينكو
UKR|Yatsenko|person: ياتسينكو, بيترو ياتسينكو
UKR|Denisova|person: دينيسوفا, لودميلا دينيسوفا
UKR|Arakhamia|person: أراخاميا
UKR|Syrskyi|person: سيرسكي
RUS|Lavrov|person: لافروف, سيرغي لافروف
RUS|Belousov|person: بيلوسوف
RUS|Shoigu|person: شويغو
RUS|Zakharova|person: زاخاروفا, ماريا زاخاروفا
RUS|Ushakov|person: أوشاكوف
RUS|Dmitriev|person: دميترييف, كيريل دميترييف
USA|Biden|person: بايدن, جو بايدن
USA|Rubio|person: روبيو, ماركو روبيو
USA|Kellogg|person: كيلوغ
USA|Blinken|person: بلينكن
TUR|Fidan|person: فيدان, هاكان فيدان
UN|Guterres|person: غوتيريش, أنطونيو غوتيريش
UN|Griffiths|person: غريفيث, مارتن غريفيث
ISR|Netanyahu|person: نتنياهو, بنيامين نتنياهو
UKR|deputy head of office|person: نائب رئيس مكتب الرئاسة, نائب رئيس مكتب الرئيس
UKR|Vereshchuk|person: فيريشتشوك, إيرينا فيريشتشوك
UKR|Usov|person: يوسوف, أندريه يوسوف
"""
