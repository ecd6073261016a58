"""Addresses of the public rooms."""

from django.urls import path

from repatria.web.public.views import exchange, feeds, front, history, paper, press, replies, staff, verify

urlpatterns = [
    path("", front.home, name="home"),
    path("history/", history.show, name="history"),
    path("history/exchanges.csv", history.as_csv, name="history-csv"),
    path("history/exchanges.json", history.as_json, name="history-json"),
    path("history/timeline.svg", history.picture, name="history-picture"),
    path("history/timeline.css", history.style_of_picture, name="history-style"),
    path("exchanges/<slug:id>/", exchange.show, name="exchange"),
    path("exchanges/<slug:id>/reply/", replies.send, name="reply-send"),
    path("exchanges/<slug:id>/picture.png", paper.exchange_picture, name="exchange-picture"),
    path("statements/<int:number>.pdf", paper.printed, name="statement-pdf"),
    path("agreed/<int:number>/", exchange.agreed, name="exchange-agreed"),
    path("statements/<int:number>.json", exchange.text, name="statement-text"),
    path("statements/<int:number>.proof", exchange.proof, name="statement-proof"),
    path("press/", press.desk, name="press"),
    path("press/api/", press.api, name="press-api"),
    path("press/report.css", press.style, name="press-style"),
    path("press/<str:key>/", press.kept, name="press-kept"),
    path("verify/", verify.page, name="verify"),
    path("record/<path:path>", verify.record, name="record-file"),
    path("feed.atom", feeds.atom, name="feed-atom"),
    path("feed.rss", feeds.rss, name="feed-rss"),
    path("feed.json", feeds.as_json, name="feed-json"),
    path("robots.txt", feeds.robots, name="robots"),
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
    path("desk/statements/", staff.statements, name="statements"),
    path("desk/statements/exchange-<int:number>/draft/", staff.draft, name="statement-draft"),
    path("desk/statements/<int:number>/", staff.write, name="statement-write"),
    path("desk/statements/<int:number>/release/", staff.release, name="statement-release"),
    path("desk/voices/<slug:id>/", staff.voices, name="voices"),
    path("desk/exchanges/<int:exchange_id>/breakdowns/", staff.breakdowns, name="breakdowns"),
    path("desk/replies-of-readers/", staff.moderation, name="moderation"),
    path("desk/replies-of-readers/<uuid:reply>/", staff.settle, name="reply-settle"),
]
