"""What people and programs touch 界面: office, portal, API, on one kit."""
