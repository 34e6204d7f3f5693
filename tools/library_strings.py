"""Writes the Chinese for strings that the office's libraries leave in English: locale/zh_Hans."""

from pathlib import Path

import polib

CHINESE = {
    "Welcome back to": "欢迎使用",
    "Welcome": "欢迎",
    "Return to site": "返回首页",
    "Type to search": "输入文字查找",
    "Filters": "筛选",
    "Apply Filters": "应用筛选",
    "Reset filters": "清除筛选",
    "Select all rows": "全选",
    "Select all": "全选",
    "Select record": "选择",
    "Select Record": "选择",
    "Select action": "选择操作",
    "Select action to run": "选择要办理的操作",
    "Select value": "请选择",
    "Select format": "选择格式",
    "Run": "执行",
    "Cancel": "取消",
    "More actions": "更多",
    "Go back": "返回",
    "Add row": "添加一行",
    "Add new item": "添加",
    "All applications": "全部",
    "Choose file to upload": "选择要上传的文件",
    "Click to download": "点击下载",
    "Click to cancel": "点击取消",
    "Current file": "当前文件",
    "Collapse": "收起",
    "Expand row": "展开",
    "Dark": "深色",
    "Light": "浅色",
    "System": "跟随系统",
    "Date from": "起始日期",
    "Date to": "截止日期",
    "From": "从",
    "To": "到",
    "Value": "值",
    "True": "是",
    "False": "否",
    "Default": "默认",
    "Edit": "编辑",
    "General": "基本信息",
    "Image preview": "图片预览",
    "Record picture": "图片",
    "Link": "链接",
    "Loading more results...": "正在加载……",
    "Next": "下一页",
    "Previous": "上一页",
    "No data": "没有数据",
    "Not enough data.": "数据不足。",
    "Not set": "未设置",
    "No recent searches": "没有最近的查找",
    "Recent searches": "最近的查找",
    "No results found": "没有找到",
    "No results matching your query": "没有符合条件的记录",
    "This page yielded into no results. Create a new item or reset your filters.": "没有符合条件的记录。可以清除筛选后再看。",
    "Search apps and models...": "查找栏目……",
    "Toggle password visibility": "显示或隐藏密码",
    "Reset to default": "恢复默认",
    "Object": "记录",
    "Name": "名称",
    "Path": "路径",
    "Username": "登录名",
    "You have been successfully logged out from the administration": "您已退出。",
    "Dataset not found. No action performed.": "没有找到数据，未执行操作。",
    "This exporter will export the following fields": "将导出以下各列",
    "Account locked: too many login attempts. Please try again later.": "密码输错次数过多，账号已锁定，请稍后再试。",
    "Account locked: too many login attempts. Contact an admin to unlock your account.": "密码输错次数过多，账号已锁定，请联系系统管理员。",
}
BLOCKS = {
    "\n                    You are authenticated as %(username)s, but are not authorized to\n                    access this page."
    " Would you like to login to a different account?\n                ": "您以 %(username)s 登录，但无权访问此页。要换一个账号登录吗？",
    "\n                Found %(counter)s result in %(time)s seconds\n            ": "用时 %(time)s 秒，找到 %(counter)s 条",
}
PLURALS = {
    (
        "\n                    Export %(len)s selected item.\n                ",
        "\n                    Export %(len)s selected items.\n                ",
    ): "导出所选 %(len)s 条",
    ("\n        Export %(len)s selected item.\n        ", "\n        Export %(len)s selected items.\n        "): "导出所选 %(len)s 条",
}


def main() -> None:
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=utf-8", "Language": "zh_Hans", "Plural-Forms": "nplurals=1; plural=0;"}
    for source, chinese in {**CHINESE, **BLOCKS}.items():
        catalogue.append(polib.POEntry(msgid=source, msgstr=chinese))
    for (one, many), chinese in PLURALS.items():
        catalogue.append(polib.POEntry(msgid=one, msgid_plural=many, msgstr_plural={0: chinese}))
    folder = Path(__file__).resolve().parents[1] / "src/gonghui/locale/zh_Hans/LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(folder / "django.po"))
    catalogue.save_as_mofile(str(folder / "django.mo"))


if __name__ == "__main__":
    main()
